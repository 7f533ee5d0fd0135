import { expect, test } from "vitest";
import type { OpenItem, Words } from "../feeds/device.ts";
import { momentOf, recentTriggers, viewOf, wordsOf } from "./words.ts";

const item = (words: Words): OpenItem => ({
  item: "i",
  rev: "r",
  kind: "entry",
  words,
  unsent: false,
  others: [],
});

test("what was not answered is not written", () => {
  const words = wordsOf("encounter", {
    trigger: ["threat"],
    text: "",
    feelings: [],
    after: undefined,
  });
  expect(words).toEqual({ v: 1, t: "encounter", trigger: ["threat"] });
});

test("the moment keeps the second and the zone, nothing finer", () => {
  const { at, tz } = momentOf(new Date("2026-11-21T22:10:05.123Z"));
  expect(at).toBe("2026-11-21T22:10:05Z");
  expect(tz).not.toBe("");
});

test("a foreign member shows nothing, and breaks nothing", () => {
  const view = viewOf(
    item({ v: 1, t: "encounter", trigger: [1, "threat"], intensity: 9, text: 5 }),
  );
  expect(view).toMatchObject({
    sort: "encounter",
    triggers: ["threat"],
    intensity: undefined,
    text: "",
  });
});

test("an entry of a newer version is named, not guessed at", () => {
  expect(viewOf(item({ v: 1, t: "moonwalk", text: "hi" })).sort).toBe("unknown");
  expect(viewOf(item({ ...{ v: 2 as 1 }, t: "encounter" })).sort).toBe("unknown");
});

test("recent triggers come newest first and once", () => {
  const calls = [["a", "b"], ["a"], ["c"], ["d"]].map((trigger) =>
    item({ v: 1, t: "encounter", trigger }),
  );
  expect(recentTriggers(calls, 3)).toEqual(["a", "b", "c"]);
});
