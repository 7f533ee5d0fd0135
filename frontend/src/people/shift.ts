/** When somebody's shifts are, and which day a moment in one belongs to (J2). Pure. */
import { dayNumber } from "../streaks/calendar.ts";
import { type Day, type DayRule, dayAfter } from "../streaks/day.ts";

/** Hours and minutes on the wall: { starts: "22:00", ends: "06:00" }. */
export type ShiftTimes = { starts: string; ends: string };

const DAY_MINUTES = 1440;
/** On the way home one is not quite off yet. */
const AFTERWARDS_MINUTES = 120;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export const minuteOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

export function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The times as they are kept with the person's own settings. */
export function shiftTimesIn(settings: Readonly<Record<string, unknown>>): ShiftTimes | undefined {
  const { starts, ends } = (settings["shift"] ?? {}) as Partial<Record<string, unknown>>;
  if (typeof starts !== "string" || typeof ends !== "string") return undefined;
  return CLOCK.test(starts) && CLOCK.test(ends) && starts !== ends ? { starts, ends } : undefined;
}

export const goesOverMidnight = ({ starts, ends }: ShiftTimes): boolean =>
  minuteOf(ends) <= minuteOf(starts);

/** The usual day start, and the latest one there is. */
const USUAL_START = 4;
const LATEST_START = 12;
const SLEEP_MIDDLE_HOURS = 4;

/**
 * The hour at which a day could begin, so that a shift stays on one day: in the middle of the sleep
 * after a night shift, and never after a shift has begun.
 */
export function suggestedDayStart(times: ShiftTimes): number {
  const starts = Math.floor(minuteOf(times.starts) / 60);
  if (!goesOverMidnight(times)) return Math.min(USUAL_START, starts);
  const middle = Math.ceil(minuteOf(times.ends) / 60) + SLEEP_MIDDLE_HOURS;
  return Math.min(Math.max(middle, USUAL_START), LATEST_START, Math.max(starts, USUAL_START));
}

/** What the wall shows at an instant. */
export function wallOf(now: Date, zone: string): { date: Day; minute: number } {
  const [date = "", clock = ""] = now.toLocaleString("sv-SE", { timeZone: zone }).split(" ");
  return { date, minute: minuteOf(clock) };
}

/**
 * The journal day of the shift that a moment falls into, or has just followed: the day the shift
 * began on. Undefined outside of any shift.
 */
export function shiftDayAt(now: Date, times: ShiftTimes, rule: DayRule): Day | undefined {
  const { date, minute } = wallOf(now, rule.zone);
  const starts = minuteOf(times.starts);
  const lasts = (minuteOf(times.ends) - starts + DAY_MINUTES) % DAY_MINUTES;
  const begun = [0, 1].find((daysAgo) => {
    const since = minute + daysAgo * DAY_MINUTES - starts;
    return since >= 0 && since <= lasts + AFTERWARDS_MINUTES;
  });
  if (begun === undefined) return undefined;
  const before = starts < rule.dayStartHour * 60 ? 1 : 0;
  return dayAfter(date, -begun - before);
}

/** How many days lie between two. */
export const daysBetween = (first: Day, last: Day): number => dayNumber(last) - dayNumber(first);
