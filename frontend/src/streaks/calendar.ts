import type { Day } from "./day.ts";

/** A day as a number: 1970-01-01 is 0, the next one 1. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

/** A day before this one can only be a mistake, and would make every count as long as the mistake. */
export const EARLIEST_DAY: DayNumber = 0;

export function dayNumber(day: Day): DayNumber {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayOf(number: DayNumber): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(number: DayNumber): number {
  return floored(number + 3, 7) + 1; // 1970-01-01 was a Thursday
}

/** The remainder that is never negative, also before an anchor. */
export function floored(dividend: number, divisor: number): number {
  return ((dividend % divisor) + divisor) % divisor;
}
