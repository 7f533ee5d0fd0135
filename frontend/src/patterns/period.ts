/** The time that is looked at, and the weeks or months it is drawn in. Pure. */
import { dayNumber, dayOf, isoWeekday } from "../streaks/calendar.ts";
import { type Day, dayAfter } from "../streaks/day.ts";

export type Period = "weeks" | "months" | "all";
export const PERIODS: readonly Period[] = ["weeks", "months", "all"];

/** One point on the way through the time: its days, both included. */
export type Slot = { first: Day; last: Day };
/** Whole weeks, or whole months where weeks would be too many to tell apart. */
export type Slots = { unit: "week" | "month"; slots: readonly Slot[] };

const A_WEEK = 7;
const WEEKS = { weeks: 4, months: 13 } as const;
const MOST_WEEKS = 26;

const mondayOf = (day: Day): Day => dayAfter(day, 1 - isoWeekday(dayNumber(day)));

/** The first day that is looked at: whole weeks, this one among them. Undefined is the beginning. */
export function firstDayOf(period: Period, today: Day): Day | undefined {
  if (period === "all") return undefined;
  return dayAfter(mondayOf(today), (1 - WEEKS[period]) * A_WEEK);
}

/** What was written for a day of this time. */
export function within<Entry extends { day?: Day }>(
  entries: readonly Entry[],
  period: Period,
  today: Day,
): readonly Entry[] {
  const first = firstDayOf(period, today);
  if (first === undefined) return entries;
  return entries.filter(({ day = "" }) => day >= first);
}

/** From the first day to the last, in weeks; in months where there would be more than half a year of them. */
export function slotsBetween(first: Day, last: Day): Slots {
  const monday = dayNumber(mondayOf(first));
  const weeks = Math.floor((dayNumber(last) - monday) / A_WEEK) + 1;
  if (weeks > MOST_WEEKS) return { unit: "month", slots: monthsBetween(first, last) };
  const slots = Array.from({ length: Math.max(weeks, 0) }, (_, n) => ({
    first: dayOf(monday + n * A_WEEK),
    last: dayOf(monday + n * A_WEEK + A_WEEK - 1),
  }));
  return { unit: "week", slots };
}

function monthsBetween(from: Day, to: Day): Slot[] {
  const slots: Slot[] = [];
  let first = `${from.slice(0, 7)}-01`;
  while (first <= to) {
    const next = `${dayAfter(first, 31).slice(0, 7)}-01`;
    slots.push({ first, last: dayAfter(next, -1) });
    first = next;
  }
  return slots;
}

/** Where among the slots a day lies; −1 outside of them. */
export function slotOf({ slots }: Slots, day: Day): number {
  let [low, high] = [0, slots.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const slot = slots[middle];
    if (!slot || day < slot.first) high = middle - 1;
    else if (day > slot.last) low = middle + 1;
    else return middle;
  }
  return -1;
}
