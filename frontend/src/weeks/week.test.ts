import { expect, test } from "vitest";
import type { Words } from "../feeds/words.ts";
import { practiceOf } from "../habits/practice.ts";
import { dayOf } from "../streaks/calendar.ts";
import { firstWeek } from "./firstWeek.ts";
import { blocksOf, PARTS, type Painted, partsIn, wrapped } from "./painted.ts";
import {
  breaksIn,
  callsIn,
  cameUp,
  daysIn,
  helpedIn,
  inWeek,
  isLastWorkDay,
  lookAt,
  seenIn,
  shownSince,
  weekOf,
  weekToLookAt,
} from "./week.ts";

const entry = (day: string, t: string, words: object = {}) => ({
  day,
  words: { v: 1, t, at: `${day}T09:00:00Z`, ...words } as Words,
});
const call = (day: string, trigger: string, more: object = {}) =>
  entry(day, "encounter", { trigger: [trigger], intensity: 2, ...more });
const tool = (day: string, technique: string, effect?: number) =>
  entry(day, "tool", { technique, effect });

test("a week has its ISO number and its seven days, at every turn of a year", () => {
  expect(weekOf("2026-11-22")).toBe("2026-W47");
  expect(weekOf("2026-11-23")).toBe("2026-W48");
  expect([weekOf("2027-01-03"), weekOf("2024-12-30")]).toEqual(["2026-W53", "2025-W01"]);
  expect(daysIn("2026-W47")).toEqual([16, 17, 18, 19, 20, 21, 22].map((n) => `2026-11-${n}`));
  for (let day = 0; day < 30_000; day += 1) {
    expect(daysIn(weekOf(dayOf(day)))).toContain(dayOf(day));
  }
});

test("the week before is looked at only while nothing stands in this one", () => {
  const before = [entry("2026-11-15", "check-in")];
  expect(weekToLookAt(before, "2026-11-16")).toBe("2026-W46");
  expect(weekToLookAt([...before, entry("2026-11-16", "check-in")], "2026-11-16")).toBe("2026-W47");
  expect(weekToLookAt([], "2026-11-16")).toBe("2026-W47");
});

test("what set me off is counted by its trigger, the most often first, and nothing else is said", () => {
  const history = [
    call("2026-11-16", "shouting"),
    call("2026-11-17", "back-to-back"),
    call("2026-11-18", "back-to-back"),
    call("2026-11-09", "shouting"),
    entry("2026-11-18", "bright-spot", { bright: "kind-customer" }),
  ];
  const week = inWeek(history, "2026-W47");
  expect(cameUp(week)).toEqual([
    { id: "back-to-back", n: 2 },
    { id: "shouting", n: 1 },
  ]);
  expect(callsIn(week)).toBe(3);
  expect([0, 1, 2, 3].map(seenIn)).toEqual(["none", "few", "few", "enough"]);
});

test("what helped stands with how often of how many, and only breaks that were taken count", () => {
  const history = [
    tool("2026-11-16", "long-exhale", 1),
    tool("2026-11-17", "long-exhale", 0),
    tool("2026-11-17", "short-walk", 1),
    tool("2026-11-18", "short-walk", 1),
    tool("2026-11-18", "unclench", -1),
  ];
  expect(helpedIn(history)).toEqual([
    { id: "short-walk", n: 2, of: 2 },
    { id: "long-exhale", n: 1, of: 2 },
  ]);
  expect(breaksIn(history, ["short-walk", "proper-break"])).toBe(2);
});

const planOf = (pattern: object, off: [string, string][] = []) => {
  const pub = { pattern, made_on: "2026-01-01", n: 1 };
  const item = { rev: "r", words: { v: 1 as const }, unsent: false, others: [] };
  const days = off.map(([from, to], n) => ({
    ...{ item: `o${n}`, kind: "off", ...item },
    item: `o${n}`,
    pub: { from, to, made_on: "2026-01-01" },
  }));
  const schedules = [{ ...item, item: "s", kind: "schedule", pub }];
  return practiceOf({ habits: [], schedules, off: days }).journaling;
};

test("a week ends with its last work day, by the own days, and never on a day off", () => {
  const isLast = (plan: ReturnType<typeof planOf>) =>
    daysIn("2026-W47").filter((day) => isLastWorkDay(plan, day));
  expect(isLast(planOf({ type: "every-day" }))).toEqual(["2026-11-22"]);
  const days = planOf({ type: "weekly", days: [1, 2, 3, 4, 5] });
  expect(isLast(days)).toEqual(["2026-11-20"]);
  const cycle = { type: "rotation", anchor: "2026-11-16", cycle: "1100" };
  expect(isLast(planOf(cycle))).toEqual(["2026-11-21"]);
  const weekly = { type: "weekly", days: [1, 2, 3, 4, 5] };
  expect(isLast(planOf(weekly, [["2026-11-19", "2026-11-20"]]))).toEqual(["2026-11-18"]);
  expect(isLast(planOf({ type: "none" }))).toEqual([]);
});

test("a look that is kept is found by its week", () => {
  const note = { item: "n", words: { v: 1, t: "week", iso_week: "2026-W47" } as Words };
  expect(lookAt([note], "2026-W47")).toBe(note);
  expect(lookAt([note], "2026-W48")).toBeUndefined();
});

test("what comes once a month stays away when it was only shown, but not from its own week", () => {
  const shown = (on: string, week: string) =>
    shownSince("2026-10-24", week, { ids: ["w-mentor"], asked: { "w-mentor": on } });
  expect(shown("2026-11-15", "2026-W47")).toEqual(["w-mentor"]);
  expect(shown("2026-11-16", "2026-W47")).toEqual([]);
  expect(shown("2026-10-23", "2026-W47")).toEqual([]);
});

test("after a first week there is what there is, told on one day, and nothing of what is not", () => {
  const history = [
    call("2026-11-10", "shouting", { intensity: 4, after: 2 }),
    call("2026-11-11", "shouting", { intensity: 3, after: 3 }),
    tool("2026-11-12", "long-exhale", 1),
    entry("2026-11-13", "after-shift", { good: ["Tea", "A joke"] }),
  ];
  const payoff = { down: 2, settled: 2, good: 2 };
  expect(firstWeek(history, "2026-11-16", undefined)).toBeUndefined();
  expect(firstWeek(history, "2026-11-17", undefined)).toEqual(payoff);
  expect(firstWeek(history, "2026-11-17", "2026-11-17")).toEqual(payoff);
  expect(firstWeek(history, "2026-11-18", "2026-11-17")).toBeUndefined();
  expect(firstWeek(history, "2026-11-24", undefined)).toBeUndefined();
  expect(firstWeek([entry("2026-11-10", "check-in")], "2026-11-17", undefined)).toBeUndefined();
  expect(firstWeek([], "2026-11-17", undefined)).toBeUndefined();
});

test("a picture says nothing but what was ticked", () => {
  const words = { came: ["Shouting"], helped: [], goal: ["Listen"], line: ["My own words"] };
  const painted: Painted = { days: [], words };
  const heads = { came: "Came", helped: "Helped", goal: "Goal", line: "Line" };
  expect(partsIn(painted)).toEqual(["came", "goal", "line"]);
  expect(blocksOf(painted, [], heads)).toEqual([]);
  expect(blocksOf(painted, ["goal", "helped"], heads)).toEqual([
    { head: "Goal", lines: ["Listen"] },
  ]);
  expect(blocksOf(painted, PARTS, heads).flatMap(({ lines }) => lines)).toContain("My own words");
  const length = (text: string) => text.length;
  expect(wrapped("one two  three verylongword", 9, length)).toEqual([
    "one two",
    "three",
    "verylongword",
  ]);
});
