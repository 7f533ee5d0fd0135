import { type Day, type DayRule, dayAfter, journalDay } from "../streaks/day.ts";

type Dates = { day?: string; written?: string };

/** Up to here what the person saw on the phone's clock holds. */
const TOLERANCE_MS = 5 * 60_000;

/** Whether the phone's clock goes well enough for its dates to stand as they are. */
export const clockHolds = (offset: number) => Math.abs(offset) <= TOLERANCE_MS;

/**
 * The instant of writing by the server's clock (rule C1): moved by the clocks' difference when that
 * is more than five minutes, and never later than five minutes after now. All in milliseconds;
 * `offset` is how far the server's clock is ahead.
 */
export function writingInstant(at: number, offset: number, serverNow: number): number {
  const moved = clockHolds(offset) ? at : at + offset;
  return moved > serverNow + TOLERANCE_MS ? serverNow : moved;
}

/** The journal day on which something written at `at` was written. */
export function writtenOn(at: number, clock: { offset: number; now: number }, rule: DayRule): Day {
  return journalDay(new Date(writingInstant(at, clock.offset, clock.now + clock.offset)), rule);
}

/** A chosen day stays, but never after the day of writing; the day of writing itself moves along. */
export function datesMoved({ day, written }: Dates, now: Day): Dates {
  if (day === undefined || written === undefined) return {};
  const moved = day === written || day > now ? now : day;
  return { day: moved, written: now };
}

/** The latest dates a server takes: none after its own tomorrow. */
export function datesAllowed({ day, written }: Dates, serverNow: number): Dates {
  if (day === undefined || written === undefined) return {};
  const tomorrow = dayAfter(new Date(serverNow).toISOString().slice(0, 10), 1);
  const last = written < tomorrow ? written : tomorrow;
  return { day: day < last ? day : last, written: last };
}

export const sameDates = (one: Dates, other: Dates) =>
  one.day === other.day && one.written === other.written;
