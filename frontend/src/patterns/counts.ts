/** Counts of one's own: how often, never why. Pure. */
import type { Call } from "./seen.ts";

export type Count = { id: string; n: number };

/** Below three of something there is nothing to see yet. */
export const ENOUGH = 3;
export const isEnough = (n: number): boolean => n >= ENOUGH;

/** How often each came, the most often first; what came alike stands in the order of the ids. */
export function counted(ids: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, n]) => ({ id, n }))
    .sort((one, other) => other.n - one.n || (one.id < other.id ? -1 : 1));
}

/** Those that came most often; more than two alike are no answer. */
export function mostOf(counts: readonly Count[]): Count[] {
  const most = counts.filter(({ n }) => n === counts[0]?.n);
  return most.length <= 2 ? most : [];
}

export type Hours = { n: number; counts: readonly number[] };

const HOURS = 24;
const DAYS = 7;

/** Calls by the hour at which they were put down, 0 to 23. */
export function byHour(calls: readonly Call[]): Hours {
  const counts = new Array<number>(HOURS).fill(0);
  let n = 0;
  for (const { hour } of calls) {
    if (hour === undefined) continue;
    counts[hour] = (counts[hour] ?? 0) + 1;
    n += 1;
  }
  return { n, counts };
}

/** Calls by the weekday of their journal day, Monday first. */
export function byWeekday(calls: readonly Call[]): number[] {
  const counts = new Array<number>(DAYS).fill(0);
  for (const { weekday } of calls) counts[weekday - 1] = (counts[weekday - 1] ?? 0) + 1;
  return counts;
}

/** Hours of the day side by side, over midnight too: `from` up to but without `to`. */
export type Stretch = { from: number; to: number; n: number };

const STRETCH_HOURS = 3;
/** Twice as many as an even day would have in it. */
const STANDS_OUT = (2 * STRETCH_HOURS) / HOURS;

/**
 * The three hours in which most was put down, where they stand out; without those of them at its ends
 * in which there was nothing. Of two alike, the one that comes first in the person's day.
 */
export function stretchOf({ n, counts }: Hours, dayStartHour: number): Stretch | undefined {
  const starts = Array.from({ length: HOURS }, (_, at) => (dayStartHour + at) % HOURS);
  const countAt = (hour: number) => counts[hour % HOURS] ?? 0;
  const stretches = starts.map((from) => ({
    from,
    n: countAt(from) + countAt(from + 1) + countAt(from + 2),
  }));
  const best = stretches.reduce((one, other) => (other.n > one.n ? other : one));
  if (!isEnough(best.n) || best.n < n * STANDS_OUT) return undefined;
  const hours = [0, 1, 2].map((more) => best.from + more).filter((hour) => countAt(hour) > 0);
  const [first = best.from, last = first] = [hours[0], hours.at(-1)];
  return { from: first % HOURS, to: (last + 1) % HOURS, n: best.n };
}

/** Its hours, one by one. */
export function hoursIn({ from, to }: Stretch): number[] {
  const length = (to - from + HOURS) % HOURS;
  return Array.from({ length }, (_, more) => (from + more) % HOURS);
}

/** The weekdays (ISO, 1 to 7) that came most often; more than two alike are no answer. */
export function mostDays(counts: readonly number[]): number[] {
  const most = Math.max(...counts);
  const days = counts.flatMap((n, at) => (n === most ? at + 1 : []));
  return isEnough(most) && days.length <= 2 ? days : [];
}
