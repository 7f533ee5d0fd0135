import { expect, test } from "vitest";
import { answer } from "./answer.ts";
import { dayNumber } from "./calendar.ts";
import {
  daysOff,
  EVERY_DAY,
  holding,
  inOrderMade,
  NOTHING,
  patternOf,
  timeline,
  UnknownPattern,
} from "./schedules.ts";
import { daysDone } from "./stream.ts";
import { score, strength, strengthWord } from "./strength.ts";

const MON = "2025-06-02";

test.each([
  {},
  { type: "lunar" },
  { type: "toString" },
  { type: "weekly", days: [0] },
  { type: "weekly", days: [true] },
  { type: "weekly", days: "15" },
  { type: "rotation", anchor: MON, cycle: "" },
  { type: "rotation", anchor: "2025-02-30", cycle: "10" },
  { type: "rotation", anchor: MON, cycle: "12" },
  { type: "times-per-week", n: 8 },
  { type: "times-per-week", n: 3, week_start: 0 },
  { type: "times-per-week", n: "3" },
])("a pattern we do not know is refused: %j", (facts) => {
  expect(() => patternOf(facts)).toThrow(UnknownPattern);
});

test("the order made is the same on every device: by day, then by number, then by item", () => {
  const versions = [
    { pattern: EVERY_DAY },
    { pattern: NOTHING, madeOn: MON, n: 2, item: "a" },
    { pattern: { n: 1, weekStart: 1 }, madeOn: MON, n: 3, item: "a" },
    { pattern: { n: 2, weekStart: 1 }, madeOn: MON, n: 3, item: "b" },
    { pattern: { n: 3, weekStart: 1 }, madeOn: "2025-06-03", n: 1, item: "a" },
  ];
  expect(inOrderMade(versions.toReversed())).toEqual(versions);
});

test("a habit follows the journal until it has a schedule of its own", () => {
  const journal = timeline([{ pattern: NOTHING, madeOn: MON }]);
  const thrice = { n: 3, weekStart: 1 };
  const habit = timeline([{ pattern: thrice, madeOn: "2025-06-09" }], journal);
  const held = ["2025-06-01", MON, "2025-06-08", "2025-06-09"].map((day) =>
    holding(habit, dayNumber(day)),
  );
  expect(held).toEqual([EVERY_DAY, NOTHING, NOTHING, thrice]);
});

test("days off end where asked and begin where within reach", () => {
  const until = dayNumber("2025-06-07");
  const late = { first: "2025-06-01", last: "2025-06-05", madeOn: "2025-06-08" };
  expect(daysOff([late], until).size).toBe(0);
  const reaching = { ...late, last: "2025-12-31" };
  expect([...daysOff([reaching], until)]).toEqual([until - 1, until]);
});

test("a stream is counted by days or by weeks, as the pattern of today says", () => {
  const done = daysDone([
    { day: MON, written: "2025-06-04" },
    { day: "2025-05-01", written: "2025-06-04" },
  ]);
  expect(done.size).toBe(1);
  const inWeeks = timeline([{ pattern: { n: 1, weekStart: 1 } }]);
  const counted = [timeline([]), inWeeks].map((held) =>
    answer({ done, timeline: held, off: new Set() }, MON),
  );
  expect(counted.map(({ kind, streak }) => [kind, streak.state])).toEqual([
    ["daily", "done-today"],
    ["weekly", "met-this-week"],
  ]);
});

test("today is skipped until it is done, and a day off that is done helps", () => {
  const done = new Set([0, 1, 2].map((day) => dayNumber(MON) + day));
  const stream = { done, timeline: timeline([]), off: new Set<number>() };
  expect(strength(stream, "2025-06-05")).toBe(score("111"));
  expect(strength(stream, "2025-06-06")).toBe(score("1110"));
  expect(strength({ ...stream, off: done }, "2025-06-06")).toBe(score("+++0"));
});

test("the words turn at the quarters", () => {
  const said = [0, 0.2499, 0.25, 0.4999, 0.5, 0.75, 1].map(strengthWord);
  expect(said).toEqual([
    "starting",
    "starting",
    "growing",
    "growing",
    "steady",
    "strong",
    "strong",
  ]);
});
