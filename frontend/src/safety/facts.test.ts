import { expect, test } from "vitest";
import type { OpenItem, Words } from "../feeds/device.ts";
import { factIn, factsAmong, fileOf, minuteOf, whenLabel, wordsOfFact } from "./facts.ts";

const LABELS = { head: "Notes", when: "When", channel: "How", said: "Words", witnesses: "Heard" };
const note = (words: Words): OpenItem => ({
  item: "i",
  rev: "r",
  kind: "note",
  words,
  unsent: true,
  others: [],
});

test("a note holds when, how, the words and who heard, and nothing that was left empty", () => {
  const fact = { on: "2026-11-21T22:10", channel: "Phone", said: "Their words.", witnesses: " " };
  expect(wordsOfFact(fact)).toEqual({
    v: 1,
    t: "fact",
    on: "2026-11-21T22:10",
    channel: "Phone",
    said: "Their words.",
  });
  expect(factIn(wordsOfFact(fact))).toEqual({ ...fact, witnesses: "" });
});

test("only fact notes are listed, the latest happening first", () => {
  const older = note({ v: 1, t: "fact", on: "2026-11-20" });
  const newer = note({ v: 1, t: "fact", on: "2026-11-21T08:00" });
  expect(factsAmong([older, note({ v: 1, t: "proof", text: "x" }), newer])).toEqual([newer, older]);
});

test("the file says the facts in words, and makes no feelings of them", () => {
  const facts = [
    { on: "2026-11-21T22:10", channel: "Phone", said: "One.\nTwo.", witnesses: "My lead" },
    { on: "2026-11-20", channel: "", said: "", witnesses: "" },
  ];
  expect(fileOf(facts, LABELS)).toBe(
    "Notes\n\n---\n\nWhen: Saturday, November 21, 2026 at 10:10 PM\nHow: Phone\nWords:\nOne.\nTwo.\nHeard: My lead" +
      "\n\n---\n\nWhen: Friday, November 20, 2026\n",
  );
});

test("the minute is the one on this phone's clock", () => {
  expect(minuteOf(new Date(2026, 0, 2, 3, 4))).toBe("2026-01-02T03:04");
  expect(whenLabel("some day")).toBe("some day");
});
