import { dayNumber, dayOf, isoWeekday } from "../streaks/calendar.ts";
import { type Day, dayAfter } from "../streaks/day.ts";

/** A month by its first day. */
export type FirstOfMonth = Day;

export const monthOf = (day: Day): FirstOfMonth => `${day.slice(0, 8)}01`;

/** The month so many after (or before) another one. */
export function monthAfter(month: FirstOfMonth, months: number): FirstOfMonth {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The weeks of a month, each of seven days; a place outside of the month is null. */
export function weeksOf(month: FirstOfMonth, firstWeekday: number): (Day | null)[][] {
  const [first, after] = [dayNumber(month), dayNumber(monthAfter(month, 1))];
  const lead = (isoWeekday(first) - firstWeekday + 7) % 7;
  const weeks = Math.ceil((lead + after - first) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = first - lead + week * 7 + at;
      return day >= first && day < after ? dayOf(day) : null;
    }),
  );
}

const STEPS: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };
const MONTHS: Record<string, number> = { PageUp: -1, PageDown: 1 };

/** The day a key leads to from another one; `isTurned` where the script runs from right to left. */
export function dayByKey(key: string, day: Day, isTurned: boolean): Day | undefined {
  const step = STEPS[key];
  if (step !== undefined) return dayAfter(day, isTurned && step % 7 !== 0 ? -step : step);
  const months = MONTHS[key];
  if (months === undefined) return undefined;
  const month = monthAfter(monthOf(day), months);
  const last = dayAfter(monthAfter(month, 1), -1);
  const same = `${month.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last; // there is no 31 November
}
