import { expect, test } from "vitest";
import { comesAgain, isNight, softStopMs } from "./limits.ts";

const NOW = { item: "now", at: "2026-11-21T22:00:00Z" };
const call = (item: string, at: string, trigger = "shouting", intensity = 3) => ({
  item,
  words: { v: 1 as const, t: "encounter", trigger: [trigger], intensity, at },
});

test("the third call of one trigger in two days comes again, the second does not", () => {
  const first = call("a", "2026-11-20T09:00:00Z");
  const second = call("b", "2026-11-21T09:00:00Z");
  expect(comesAgain([first], NOW, ["shouting"])).toBe(false);
  expect(comesAgain([first, second], NOW, ["shouting"])).toBe(true);
  expect(comesAgain([first, second], NOW, ["threat"])).toBe(false);
});

test("what is longer ago, of another sort, or this very call does not count", () => {
  const second = call("b", "2026-11-21T09:00:00Z");
  const old = call("a", "2026-11-19T21:59:00Z");
  const tool = { item: "c", words: { ...second.words, t: "tool" } };
  const own = call("now", "2026-11-21T22:00:00Z");
  expect(comesAgain([old, second, tool, own], NOW, ["shouting"])).toBe(false);
});

test("writing stops softly after ten minutes, at night after seven", () => {
  expect([19, 20, 23, 3, 5, 6].map(isNight)).toEqual([false, true, true, true, true, false]);
  expect(softStopMs(new Date("2026-11-21T14:00"))).toBe(600_000);
  expect(softStopMs(new Date("2026-11-21T03:00"))).toBe(420_000);
});
