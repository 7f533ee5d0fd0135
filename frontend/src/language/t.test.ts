import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { JournalTrouble } from "../errors.ts";
import { clockLabel, dayLabel } from "./dates.ts";
import { t } from "./first.ts";
import { sentenceOf } from "./troubles.ts";

test("a plural is chosen by the number", () => {
  expect(t("state.waiting", { n: 1 })).toBe("1 entry waits on this phone");
  expect(t("state.waiting", { n: 3 })).toBe("3 entries wait on this phone");
});

test("a trouble nobody knows still says what happened to the words", () => {
  expect(sentenceOf(new JournalTrouble("quota"))).toContain("still on the screen");
  expect(sentenceOf(new JournalTrouble("from-the-future"))).toContain("still on this phone");
  expect(sentenceOf(new TypeError("x"))).toContain("still on this phone");
});

test("a day is called by how far away it is", () => {
  expect(dayLabel("2026-11-21", "2026-11-21")).toBe("Today");
  expect(dayLabel("2026-11-20", "2026-11-21")).toBe("Yesterday");
  expect(dayLabel("2026-11-14", "2026-11-21")).toBe("Saturday, November 14");
  expect(dayLabel("2025-12-31", "2026-01-02")).toBe("December 31, 2025");
});

test("the minute is read where it was lived", () => {
  expect(clockLabel("2026-11-21T22:10:00Z", "Europe/Berlin")).toBe("11:10 PM");
  expect(clockLabel("nonsense", "Europe/Berlin")).toBe("");
  expect(clockLabel("2026-11-21T22:10:00Z", "Not/AZone")).not.toBe("");
});

test("no sentence is kept that nothing says", () => {
  const root = new URL("..", import.meta.url);
  const said = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/language\/\w+\//.test(file))
    .map((file) => readFileSync(new URL(file, root), "utf8"))
    .join("\n");
  const files = import.meta.glob<Record<string, object>>("./en/*.ts", { eager: true });
  const catalogues = Object.values(files).flatMap((file) => Object.values(file));
  const keys = catalogues.flatMap((catalogue) => Object.keys(catalogue));
  // Some are put together: by a code, the name of a reason or a word for a strength, or a notice and its body.
  const joined = [...said.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, head = "-"]) => head);
  const byCode = ["alarm.", "fact.channel-", ...joined];
  const isSaid = (key: string) =>
    [key, key.replace(/-(body|act)$/, "")].some((one) => said.includes(`"${one}"`));
  const silent = keys.filter((key) => !byCode.some((head) => key.startsWith(head)) && !isSaid(key));
  expect(silent).toEqual([]);
});
