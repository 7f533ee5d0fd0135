import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber } from "../streaks/calendar.ts";
import { dayAfter } from "../streaks/day.ts";
import { expects, patternOf } from "../streaks/schedules.ts";
import { patternFrom, rotaFrom, runsOf } from "./rota.ts";

const MONDAY = "2026-11-23";

/** The work days of a board that is written as it looks, from a Monday on. */
const worked = (board: string, from = MONDAY) =>
  [...board].flatMap((bit, at) => (bit === "1" ? dayAfter(from, at) : []));

test("a week that was tapped is every week", () => {
  expect(patternFrom(worked("11111"))).toEqual({ type: "weekly", days: [1, 2, 3, 4, 5] });
  expect(patternFrom(worked("11111001"))).toEqual({ type: "weekly", days: [1, 2, 3, 4, 5] });
  expect(patternFrom(worked("1010011"))).toEqual({ type: "weekly", days: [1, 3, 6, 7] });
  expect(patternFrom(worked("1111111"))).toEqual({ type: "every-day" });
  expect(patternFrom(worked("1".repeat(15)))).toEqual({ type: "every-day" });
  expect(patternFrom([])).toBeNull();
});

test("four on, four off is found once the second round has begun", () => {
  const found = { type: "rotation", anchor: MONDAY, cycle: "11110000" };
  expect(patternFrom(worked("111100001111"))).toEqual(found);
  expect(patternFrom(worked("11110000111100001111"))).toEqual(found);
  expect(patternFrom(worked("1100110011"))).toEqual({ ...found, cycle: "1100" });
  expect(patternFrom(worked("1111001100011110011"))).toEqual({ ...found, cycle: "11110011000" });
});

test("days without a rhythm are no pattern, and a rota of them is those very weeks", () => {
  const board = "1101000110100101101";
  expect(patternFrom(worked(board))).toBeNull();
  const rota = rotaFrom(worked(board));
  expect(rota).toMatchObject({ isRhythm: false, off: [] });
  expect(rota?.pattern).toEqual({
    type: "rotation",
    anchor: MONDAY,
    cycle: board.padEnd(21, "0"),
  });
});

test("a rhythm with a day missing is that rhythm, and a day off", () => {
  const board = `${"1111100".repeat(5)}1101100${"1111100".repeat(2)}`;
  expect(rotaFrom(worked(board))).toEqual({
    pattern: { type: "weekly", days: [1, 2, 3, 4, 5] },
    off: [dayAfter(MONDAY, 37)],
    isRhythm: true,
  });
});

test("whatever rhythm somebody has, three rounds of it are enough to find what they work", () => {
  const cycles = fc.string({ unit: fc.constantFrom("1", "0"), minLength: 1, maxLength: 16 });
  fc.assert(
    fc.property(cycles, fc.nat(400), (cycle, later) => {
      fc.pre(cycle.includes("1"));
      const days = worked(cycle.repeat(3).padEnd(15, cycle), dayAfter(MONDAY, later));
      const pattern = patternFrom(days);
      if (!pattern) throw new Error(`nothing was found for ${cycle}`);
      const [first = "", last = ""] = [days[0], days.at(-1)];
      for (let day = dayNumber(first); day <= dayNumber(last); day += 1) {
        const isWorked = days.some((one) => dayNumber(one) === day);
        expect(expects(patternOf(pattern), day)).toBe(isWorked);
      }
    }),
  );
});

test("a cycle is told in runs, beginning with work", () => {
  const told = (cycle: string) => runsOf(cycle).map(({ on, days }) => `${days}${on ? "+" : "-"}`);
  expect(told("11110000")).toEqual(["4+", "4-"]);
  expect(told("00111100")).toEqual(["4+", "4-"]);
  expect(told("10011")).toEqual(["3+", "2-"]);
  expect(told("1")).toEqual(["1+"]);
});
