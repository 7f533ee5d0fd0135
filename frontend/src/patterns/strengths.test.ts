import fc from "fast-check";
import { expect, test } from "vitest";
import { habitOf } from "../habits/habit.ts";
import { practiceOf } from "../habits/practice.ts";
import { dayNumber, dayOf } from "../streaks/calendar.ts";
import { ALWAYS } from "../streaks/schedules.ts";
import { strength, strengthByDay } from "../streaks/strength.ts";
import { slotsBetween } from "./period.ts";
import { strengthsIn } from "./strengths.ts";

const TODAY = "2026-11-22";
const item = { rev: "r", kind: "habit", unsent: false, others: [] };
const walk = { ...item, item: "walk", words: { v: 1 as const, name: "Walk" } };
const never = { ...item, item: "never", words: { v: 1 as const, name: "Never done" } };
const habits = [walk, never];
const practice = practiceOf({ habits, schedules: [], off: [] });

function seenWith(days: readonly string[]) {
  const marks = days.map((day) => ({ item: day, kind: "tick", of: "walk", day, written: day }));
  const slots = slotsBetween("2026-10-26", TODAY);
  return strengthsIn({ habits: habits.map(habitOf), practice, marks }, slots, TODAY);
}

test("a habit is drawn from the first week in which it was done, to what it is today", () => {
  const thirteen = Array.from({ length: 13 }, (_, n) => dayOf(dayNumber("2026-11-09") + n));
  const [one, ...others] = seenWith(thirteen);
  expect(others).toEqual([]); // what was never done is not drawn as nothing
  expect(one).toMatchObject({ item: "walk", name: "Walk" });
  expect(one?.now).toBeCloseTo(0.5);
  expect(one?.points.slice(0, 2)).toEqual([undefined, undefined]);
  expect(one?.points.map((score) => score?.toFixed(2)).slice(2)).toEqual(["0.31", "0.50"]);
});

test("the last of its days says what its strength is", () => {
  const days = fc.integer({ min: dayNumber(TODAY) - 200, max: dayNumber(TODAY) });
  fc.assert(
    fc.property(fc.uniqueArray(days, { minLength: 1 }), (done) => {
      const stream = { done: new Set(done), timeline: ALWAYS, off: new Set<number>() };
      const { first, scores } = strengthByDay(stream, TODAY);
      expect(scores.at(-1)).toBe(strength(stream, TODAY));
      expect(first).toBe(Math.min(...done));
      expect(scores).toHaveLength(dayNumber(TODAY) - first + 1);
    }),
  );
});
