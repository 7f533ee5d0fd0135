/** How strong each habit has grown, slot by slot. Pure. */
import type { Mark } from "../feeds/words.ts";
import type { Habit } from "../habits/habit.ts";
import { type Practice, streamOf } from "../habits/practice.ts";
import { type DayNumber, dayNumber } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { daysDone } from "../streaks/stream.ts";
import { type Grown, strengthByDay } from "../streaks/strength.ts";
import type { Slots } from "./period.ts";

export type Strength = {
  item: string;
  name: string;
  /** From 0 to 1, as it stands today. */
  now: number;
  /** At the end of each slot; undefined before the first day on which it was done. */
  points: readonly (number | undefined)[];
};

export type Kept = { habits: readonly Habit[]; practice: Practice; marks: readonly Mark[] };

/** Of every habit that was ever done, by name. */
export function strengthsIn(
  { habits, practice, marks }: Kept,
  slots: Slots,
  today: Day,
): Strength[] {
  const ticks = Map.groupBy(
    marks.filter(({ kind }) => kind === "tick"),
    ({ of }) => of,
  );
  return habits.flatMap(({ item, name }) => {
    const plan = practice.habits.get(item);
    if (!plan) return [];
    const grown = strengthByDay(streamOf(plan, daysDone(ticks.get(item) ?? []), today), today);
    const now = grown.scores.at(-1);
    return now === undefined ? [] : { item, name, now, points: pointsOf(grown, slots) };
  });
}

function pointsOf(grown: Grown, { slots }: Slots): (number | undefined)[] {
  return slots.map(({ last }) => scoreAt(grown, dayNumber(last)));
}

/** The open week stands at its last day so far. */
function scoreAt({ first, scores }: Grown, day: DayNumber): number | undefined {
  return day < first ? undefined : scores[Math.min(day - first, scores.length - 1)];
}
