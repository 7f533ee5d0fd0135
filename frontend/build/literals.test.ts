import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { literalsIn } from "./literals.ts";

const SRC = join(import.meta.dirname, "..", "src");

test("every word on a screen comes from a catalogue", () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.|^language\//.test(name),
  );
  expect(sources.length).toBeGreaterThan(300);
  const found = sources.flatMap((name) =>
    literalsIn(name, readFileSync(join(SRC, name), "utf8")).map(
      ({ line, text }) => `${name}:${line} ${text}`,
    ),
  );
  expect(found).toEqual([]);
});

test.each([
  ["<p>Hello</p>", "Hello"],
  ["<p>\n  Two\n  lines\n</p>", "Two\n  lines"],
  ["<><b>{n}</b> left</>", "left"],
  ['<p>{"Hello"}</p>', "Hello"],
  ['<p>{is ? t("a.b") : "Hello"}</p>', "Hello"],
  ['<p>{is && "Hello"}</p>', "Hello"],
  ['<p>{name ?? "nobody"}</p>', "nobody"],
  [`<p>{\`for \${n} days\`}</p>`, "for"],
  ['<button aria-label="Close" />', "Close"],
  ['<img alt={is ? "A tree" : t("a.b")} />', "A tree"],
  ['<input placeholder="Your name" />', "Your name"],
  ['<abbr title={"So and so"}>{t("a.b")}</abbr>', "So and so"],
  ['<Field label="Name" />', "Name"],
  ['options.push({ id: "a", label: "An option" })', "An option"],
  ['element.setAttribute("aria-label", "Close")', "Close"],
  ['document.title = "Today"', "Today"],
  ['line.textContent = "Saved"', "Saved"],
  ['setSaid("Saved.")', "Saved."],
  ['new Notification("A moment for you")', "A moment for you"],
])("%s is found out", (source, text) => {
  expect(literalsIn("planted.tsx", source).map((one) => one.text)).toContain(text);
});

test.each([
  '<p class="soft" role="status">{t("a.b")}</p>',
  '<p>{kind === "rough" ? t("a.b") : t("a.c")} · {n} % – …</p>',
  '<Choices look="rows" legend={t("a.b")} options={[{ id: "one", label: t("a.c") }]} />',
  `<p>{t(\`a.\${kind}\`)}</p>`,
])("%s says nothing of its own", (source) => {
  expect(literalsIn("clean.tsx", source)).toEqual([]);
});
