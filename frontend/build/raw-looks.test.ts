import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rawIn, rawInComponent, stilled } from "./raw-looks.ts";
import { filesUnder } from "./service-worker.ts";

const SOURCES = new URL("../src", import.meta.url).pathname;
const TOKENS = "ui/tokens.css";
const read = (file: string) => readFileSync(join(SOURCES, file), "utf8");
const files = filesUnder(SOURCES).map((file) => file.replace(/^\//, ""));
const rests = stilled(read(TOKENS));

test("only the tokens name a colour, a size, a duration; nothing knows left from right; what moves can rest", () => {
  const sheets = files.filter((file) => file.endsWith(".css") && file !== TOKENS);
  expect(sheets.length).toBeGreaterThan(20);
  const found = sheets.flatMap((file) => rawIn(read(file), rests).map((raw) => `${file}:${raw}`));
  expect(found).toEqual([]);
});

test("no component paints or moves by itself", () => {
  const components = files.filter((file) => file.endsWith(".tsx"));
  expect(components.length).toBeGreaterThan(100);
  const found = components.flatMap((file) =>
    rawInComponent(read(file)).map((raw) => `${file}:${raw}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["a { color: #fff; }", "a colour"],
  ["a { color: white }", "a colour"],
  ["a { background: oklch(0.3 0.02 160 / 0.45); }", "a colour"],
  ["a { gap: 6px }", "a size in pixels"],
  ["a { inset-block-start: calc(50% - 12px); }", "a size in pixels"],
  ["a { --lag: 0.18s; }", "a duration"],
  ["a { margin-left: var(--space-1); }", "a side of the screen"],
  ["a { left: 0; }", "a side of the screen"],
  ["a { max-width: 4rem }", "a side of the screen"],
  ["a { text-align: right }", "a side of the screen"],
  ["a { transition: scale var(--lasts) linear; }", "a movement that never rests"],
])("%s is %s", (css, fault) => {
  expect(rawIn(css, rests).join()).toContain(fault);
});

test.each([
  "a { border: 1.5px solid var(--edge); }",
  "a { background: color-mix(in oklab, var(--accent) 20%, var(--raised)); }",
  "@media (min-width: 60rem) { a { inline-size: 4rem; } }",
  "/* left: #fff 12px */ a { text-align: start; }",
  "a { transition: scale var(--quick) var(--ease); }",
  "a { transition: scale var(--lasts); } @media (prefers-reduced-motion: reduce) { a { transition: none; } }",
])("%s is as it should be", (css) => {
  expect(rawIn(css, rests)).toEqual([]);
});

test("a painted or styled component is seen", () => {
  for (const raw of ['<i style="color: red" />', 'fill="#123456"', "style={{ width: `4px` }}"]) {
    expect(rawInComponent(raw)).toHaveLength(1);
  }
  for (const fine of ['stroke="currentColor"', "style={{ strokeDashoffset: 1 - progress }}"]) {
    expect(rawInComponent(fine)).toEqual([]);
  }
});
