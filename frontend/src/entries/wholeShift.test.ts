import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Trigger } from "../library/catalogue.ts";
import {
  counted,
  countOf,
  encountersOf,
  isWhole,
  reframable,
  sized,
  type Tally,
  withTriggers,
} from "./wholeShift.ts";

const LIBRARY = new URL("../../../journal/library/data/en/triggers.json", import.meta.url);
const triggers: Trigger[] = JSON.parse(readFileSync(LIBRARY, "utf8")).triggers;
const byId = new Map(triggers.map((one) => [one.id, one]));
const MOMENT = { at: "2026-11-21T22:00:00Z", tz: "Europe/Berlin" };
const shiftOf = (tallies: Tally[]) => ({ ...MOMENT, tallies });

test("three of one and one of another are four encounters, each an item of its own", () => {
  let tallies = withTriggers([], ["shouting", "back-to-back"]);
  tallies = counted(counted(tallies, "shouting", 1), "shouting", 1);
  tallies = sized(sized(tallies, "shouting", 4), "back-to-back", 2);
  const changes = encountersOf(shiftOf(tallies));
  expect(new Set(changes.map(({ item }) => item)).size).toBe(4);
  expect(changes.map(({ words }) => words["intensity"])).toEqual([4, 4, 4, 2]);
  expect(changes[0]).toMatchObject({
    kind: "entry",
    words: { v: 1, t: "encounter", trigger: ["shouting"], ...MOMENT },
  });
  expect(encountersOf(shiftOf(tallies))).toEqual(changes);
});

test("another trigger leaves what was counted, and a trigger taken away takes its count along", () => {
  const two = counted(withTriggers([], ["shouting"]), "shouting", 1);
  expect(countOf(shiftOf(withTriggers(two, ["shouting", "threat"])))).toBe(3);
  expect(withTriggers(two, [])).toEqual([]);
});

test("there is one at least, and a size for each before it is whole", () => {
  const one = withTriggers([], ["shouting"]);
  expect(counted(one, "shouting", -1)).toEqual(one);
  expect(isWhole(shiftOf(one))).toBe(false);
  expect(isWhole(shiftOf(sized(one, "shouting", 1)))).toBe(true);
  expect(isWhole(shiftOf([]))).toBe(false);
});

test("what was not okay is never offered to be seen otherwise, nor what was large", () => {
  const every = triggers.map(({ id }) => id);
  const at = (intensity: number) =>
    withTriggers([], every).map((tally) => ({ ...tally, intensity }));
  const offered = reframable(shiftOf(at(3)), (id) => byId.get(id));
  expect(offered.filter((id) => byId.get(id)?.safety)).toEqual([]);
  expect(offered).toHaveLength(triggers.filter(({ safety }) => safety === null).length);
  expect(reframable(shiftOf(at(4)), (id) => byId.get(id))).toEqual([]);
  const unknown = { trigger: "custom-1", items: ["a"], intensity: 1 };
  expect(reframable(shiftOf([unknown]), (id) => byId.get(id))).toEqual([]);
});
