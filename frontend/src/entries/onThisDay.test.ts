import { expect, test } from "vitest";
import type { OpenItem, Words } from "../feeds/words.ts";
import { onThisDay } from "./onThisDay.ts";

const TODAY = "2026-11-22";
const isSafe = (trigger: string) => trigger === "shouting";

function entry(item: string, day: string, words: Omit<Words, "v">): OpenItem {
  const head = { item, rev: item, kind: "entry", day, written: day, unsent: false, others: [] };
  return { ...head, words: { v: 1, ...words } };
}

const call = (item: string, day: string, words: Omit<Words, "v">) =>
  entry(item, day, { t: "encounter", trigger: ["shouting"], ...words });
const YEAR = "2025-11-22";
const GOOD = entry("good", YEAR, { t: "bright-spot", bright: "kind" });
const EASED = call("eased", YEAR, { intensity: 4, after: 2 });

function then(items: readonly OpenItem[], today = TODAY) {
  return onThisDay(items, today, isSafe).map(({ unit, n, good, eased }) => ({
    ago: `${n} ${unit}`,
    good: good.map(({ item }) => item),
    eased: eased.map(({ item }) => item),
  }));
}

test("a month and some years ago, and no other day", () => {
  const good = (day: string) => entry(day, day, { t: "bright-spot" });
  const days = ["2026-10-22", "2026-11-15", YEAR, "2025-10-22", "2021-11-22", "2025-11-21"];
  expect(then(days.map(good)).map(({ ago }) => ago)).toEqual(["1 month", "1 year", "5 year"]);
  expect(then([good("2026-03-01")], "2026-03-31")).toEqual([]);
  expect(then([good("2023-03-01")], "2024-02-29")).toEqual([]);
});

test("what was good is there; what was low, or says nothing, is not", () => {
  const low = entry("low", YEAR, { t: "check-in", mood: 2 });
  const steady = entry("steady", YEAR, { t: "check-in", mood: 4 });
  const three = entry("three", YEAR, { t: "after-shift", good: ["Soup"] });
  const parked = entry("parked", YEAR, { t: "after-shift", parked: "Ring back" });
  const later = { ...GOOD, item: "later", words: { ...GOOD.words, v: 2 } } as unknown as OpenItem;
  expect(then([low, steady, three, parked, GOOD, later])).toEqual([
    { ago: "1 year", good: ["steady", "three", "good"], eased: [] },
  ]);
});

test("a call comes only where it eased, and never where it was of a kind that hurts to meet again", () => {
  const stayed = call("stayed", YEAR, { intensity: 3, after: 3 });
  const unasked = call("unasked", YEAR, { intensity: 3 });
  const threat = call("threat", YEAR, { intensity: 4, after: 1, trigger: ["shouting", "threat"] });
  expect(then([stayed, unasked, threat])).toEqual([]);
  expect(then([EASED, threat])).toEqual([{ ago: "1 year", good: [], eased: ["eased"] }]);
});

test("on a day that has been heavy itself no call comes back", () => {
  const heavy = call("now", TODAY, { intensity: 4, after: 1 });
  expect(then([heavy, GOOD, EASED])).toEqual([{ ago: "1 year", good: ["good"], eased: [] }]);
});
