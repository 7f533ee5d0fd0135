import { expect, test } from "vitest";
import { mayAskAspect } from "../entries/aspect.ts";
import { aboutTrigger, mainAspect } from "./about.ts";
import { hoursIn, mostDays, mostOf, stretchOf } from "./counts.ts";
import { isTold } from "./helps.ts";
import { callOn, entryOn, toolOn } from "./samples.ts";
import { mostly } from "./sizes.ts";
import { amountsOf, patternsIn } from "./whole.ts";

const TODAY = "2026-11-22";
const RULE = { zone: "Europe/Berlin", dayStartHour: 4 };
const seen = (entries: ReturnType<typeof entryOn>[], period: "weeks" | "months" | "all" = "all") =>
  patternsIn({ entries, period, today: TODAY, rule: RULE });

test("what sets me off is counted by trigger, each call once, and only in the time looked at", () => {
  const entries = [
    callOn("2026-11-20", "shouting", 4),
    callOn("2026-11-20", "back-to-back", 2, { trigger: ["back-to-back", "shouting", "shouting"] }),
    callOn("2026-10-26", "shouting", 3),
    callOn("2026-10-25", "worn-out", 3),
    entryOn("2026-11-20", "check-in", { mood: 4, trigger: ["shouting"] }),
    entryOn("2026-11-20", "encounter", { v: 2, trigger: ["shouting"], intensity: 3 }),
  ];
  expect(seen(entries, "weeks").triggers).toEqual([
    { id: "shouting", n: 3 },
    { id: "back-to-back", n: 1 },
  ]);
  expect(seen(entries).triggers[2]).toEqual({ id: "worn-out", n: 1 });
  expect(seen(entries, "months").calls).toHaveLength(4);
  expect(seen(entries, "weeks").slots.slots[0]).toEqual({
    first: "2026-10-26",
    last: "2026-11-01",
  });
});

test("a whole shift counts each of its calls, at the moment it was put down", () => {
  const shift = ["shouting", "shouting", "sworn-at"].map((trigger) => callOn(TODAY, trigger, 3));
  const { calls, hours } = seen(shift);
  expect(calls).toHaveLength(3);
  expect(hours).toMatchObject({ n: 3 });
  expect(hours.counts[9]).toBe(3);
});

test("the hour is that of the wall it was lived by, the weekday that of the journal day", () => {
  const at = (day: string, instant: string, tz: string) =>
    callOn(day, "shouting", 3, { at: instant, tz });
  const { hours, weekdays } = seen([
    at("2026-03-28", "2026-03-29T00:30:00Z", "Europe/Berlin"), // 01:30, before the clocks go forward
    at("2026-03-29", "2026-03-29T01:30:00Z", "Europe/Berlin"), // 03:30, after it
    at("2026-11-20", "2026-11-20T18:45:00Z", "Asia/Kolkata"), // 00:15 of the 21st
    at("2026-11-20", "2026-11-20T18:45:00Z", "No/Where"), // 19:45 at home
    at("2026-11-18", "2026-11-20T18:45:00Z", "UTC"), // filed to another day
    at("2026-11-20", "never", "UTC"),
  ]);
  expect(hours.n).toBe(4);
  expect([1, 3, 0, 19].map((hour) => hours.counts[hour])).toEqual([1, 1, 1, 1]);
  expect(weekdays).toEqual([0, 0, 1, 0, 3, 1, 1]);
});

test("a stretch of the day is said only where it stands out, days only where one or two do", () => {
  const hours = (...at: number[]) => ({
    n: at.length,
    counts: Array.from({ length: 24 }, (_, hour) => at.filter((one) => one === hour).length),
  });
  expect(stretchOf(hours(14, 15, 16, 9), 4)).toEqual({ from: 14, to: 17, n: 3 });
  expect(stretchOf(hours(23, 0, 1, 12), 4)).toEqual({ from: 23, to: 2, n: 3 });
  expect(stretchOf(hours(9, 9, 9), 4)).toEqual({ from: 9, to: 10, n: 3 });
  expect(hoursIn({ from: 23, to: 2, n: 3 })).toEqual([23, 0, 1]);
  expect(stretchOf(hours(14, 15), 4)).toBeUndefined();
  expect(stretchOf(hours(...Array.from({ length: 24 }, (_, hour) => hour)), 4)).toBeUndefined();
  expect(mostDays([3, 1, 3, 0, 0, 0, 0])).toEqual([1, 3]);
  expect(mostDays([2, 2, 2, 0, 0, 0, 0])).toEqual([]);
  expect(mostDays([3, 3, 3, 0, 0, 0, 0])).toEqual([]);
  expect(
    mostOf([
      { id: "a", n: 2 },
      { id: "b", n: 2 },
      { id: "c", n: 1 },
    ]),
  ).toHaveLength(2);
});

test("before and after are means over calls that say both, week by week", () => {
  const { sizes } = seen(
    [
      callOn("2026-11-16", "shouting", 4, { after: 2 }),
      callOn("2026-11-17", "shouting", 5, { after: 5 }),
      callOn("2026-11-18", "shouting", 1),
      callOn("2026-11-03", "shouting", 2, { after: 3 }),
    ],
    "weeks",
  );
  expect(sizes.points).toEqual([
    undefined,
    { n: 1, before: 2, after: 3 },
    undefined,
    { n: 2, before: 4.5, after: 3.5 },
  ]);
  expect(sizes).toMatchObject({ n: 3, smaller: 1, same: 1, bigger: 1 });
  expect(sizes.before).toBeCloseTo(11 / 3);
  expect([mostly(sizes), mostly({ ...sizes, bigger: 2 })]).toEqual(["smaller", "bigger"]);
});

test("what helps stands with how often, the mean change and its range, each use counted once", () => {
  const within = { technique: "long-exhale", effect: 1, at: "2026-11-20T10:00:00Z" };
  const { helps } = seen([
    callOn("2026-11-20", "shouting", 4, { ...within, after: 1 }),
    toolOn("2026-11-20", "long-exhale", 1, { before: 4, at: "2026-11-20T10:05:00Z" }), // the same, told twice
    callOn("2026-11-19", "shouting", 3, { technique: "long-exhale", effect: 0, after: 3 }),
    callOn("2026-11-18", "shouting", 2, { technique: "long-exhale", effect: -1, after: 3 }),
    toolOn("2026-11-18", "short-walk", 1, { before: 3, after: 2 }),
    toolOn("2026-11-17", "unclench", -1),
  ]);
  expect(helps.map(({ id }) => id)).toEqual(["short-walk", "long-exhale", "unclench"]);
  expect(helps[1]).toMatchObject({ n: 3, helped: 1 });
  expect(helps[1]?.change).toEqual({ n: 3, mean: 2 / 3, least: -1, most: 3 });
  expect(helps.map(isTold)).toEqual([false, true, false]);
});

test("what about it gets to somebody is said from three answers on, and asked only where it is okay", () => {
  const said = (...aspects: string[]) =>
    aspects.map((aspect) => callOn("2026-11-20", "talked-down-to", 4, { aspect }));
  const about = (...aspects: string[]) => {
    const { calls, entries } = seen(said(...aspects));
    return aboutTrigger("talked-down-to", calls, entries);
  };
  const tone = about("tone", "tone", "words", "nonsense");
  expect(tone).toMatchObject({ n: 4, said: 3, size: 4, helped: undefined });
  expect(tone.aspects).toEqual([
    { id: "tone", n: 2 },
    { id: "words", n: 1 },
  ]);
  expect(mainAspect(tone.aspects)).toBe("tone");
  expect(mainAspect(about("tone", "tone").aspects)).toBeUndefined();
  expect(mainAspect(about("tone", "tone", "words", "stake").aspects)).toBeUndefined();
  const safety = (id: string) => (id === "sworn-at" ? "not-okay" : null);
  expect(mayAskAspect(["shouting"], safety)).toBe(true);
  expect([["shouting", "sworn-at"], []].map((ids) => mayAskAspect(ids, safety))).toEqual([
    false,
    false,
  ]);
});

test("of what there is less than three of it is known how much, and of nothing that it is nothing", () => {
  expect(Object.values(amountsOf(seen([])))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  const some = seen([callOn(TODAY, "shouting", 4, { after: 2 }), toolOn(TODAY, "unclench", 1)]);
  expect(amountsOf(some)).toMatchObject({ came: 1, sizes: 1, helps: 1, good: 0 });
});
