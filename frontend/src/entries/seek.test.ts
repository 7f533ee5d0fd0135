import { expect, test } from "vitest";
import type { OpenItem, Words } from "../feeds/words.ts";
import { pieces } from "./pieces.ts";
import { found, NOTHING_SOUGHT, type Seek } from "./seek.ts";

const NAMED = new Map([
  ["shouting", "Shouting"],
  ["tense", "Tense"],
  ["encounter", "A rough call"],
  ["tool", "A tool"],
  ["long-exhale", "Long exhale"],
]);

function entry(item: string, words: Omit<Words, "v">, day = "2026-11-21"): OpenItem {
  const head = { item, rev: item, kind: "entry", day, written: day, unsent: false, others: [] };
  return { ...head, words: { v: 1, ...words } };
}

const ALL = [
  entry("loud", { t: "encounter", trigger: ["shouting"], text: "The café was LOUD", intensity: 3 }),
  entry("line", { t: "before-shift", cards: ["x"], line: "Slow is smooth" }),
  entry("answer", { t: "encounter", prompt: { id: "r-calm", answer: "Naïve, but kind" } }),
  entry("good", { t: "after-shift", good: ["Soup", "A walk"], parked: "Ring Żaneta" }),
  entry("step", { t: "encounter", close: { kind: "step", text: "Drink water" } }),
  entry("breathed", { t: "tool", technique: "long-exhale", seconds: 60 }),
  entry("felt", { t: "check-in", mood: 2, feelings: ["tense"] }, "2025-11-21"),
];
const ids = (seek: Partial<Seek>) =>
  found(ALL, { ...NOTHING_SOUGHT, ...seek }, NAMED).map(({ item }) => item);

test("a word is found in any text, whatever its case and accents, typed or written", () => {
  expect(ids({ words: "cafe" })).toEqual(["loud"]);
  expect(ids({ words: "CAFÉ loud" })).toEqual(["loud"]);
  expect(ids({ words: "smooth" })).toEqual(["line"]);
  expect(ids({ words: "naive" })).toEqual(["answer"]);
  expect(ids({ words: "soup zaneta" })).toEqual(["good"]);
  expect(ids({ words: "water" })).toEqual(["step"]);
  expect(ids({ words: "cafe water" })).toEqual([]);
});

test("a trigger, a feeling, a tool and a sort are found by their names, and nothing by an id", () => {
  expect(ids({ words: "shout" })).toEqual(["loud"]);
  expect(ids({ words: "tense" })).toEqual(["felt"]);
  expect(ids({ words: "rough kind" })).toEqual(["answer"]);
  expect(ids({ words: "exhale" })).toEqual(["breathed"]);
  expect(ids({ words: "tool" })).toEqual(["breathed"]);
  expect(ids({ words: "long-exhale" })).toEqual([]);
  expect(ids({ words: "r-calm" })).toEqual([]);
  expect(ids({ words: "encounter" })).toEqual([]);
});

test("one of each list that is chosen, and a day", () => {
  expect(ids({})).toHaveLength(ALL.length);
  expect(ids({ sorts: ["check-in", "after-shift"] })).toEqual(["good", "felt"]);
  expect(ids({ triggers: ["shouting", "other"] })).toEqual(["loud"]);
  expect(ids({ feelings: ["tense"], words: "loud" })).toEqual([]);
  expect(ids({ day: "2025-11-21" })).toEqual(["felt"]);
});

test("what was found is set apart as it was written, letter for letter", () => {
  const shown = (text: string, typed: string) =>
    pieces(text, typed)
      .map((one) => (one.isFound ? `[${one.text}]` : one.text))
      .join("");
  expect(shown("The CAFÉ, cafe\u0301 and Café", "cafe")).toBe(
    "The [CAFÉ], [cafe\u0301] and [Café]",
  );
  expect(shown("Überlauf 🙂 über", "uber")).toBe("[Über]lauf 🙂 [über]");
  expect(shown("aaa", "aa a")).toBe("[aa][a]");
  expect(shown("Nothing", "loud")).toBe("Nothing");
  const long = `${"x ".repeat(200)}loud end`;
  expect(shown(long, "loud")).toMatch(/^… (x )+\[loud\] end$/);
  expect(shown(long, "loud").length).toBeLessThan(90);
});
