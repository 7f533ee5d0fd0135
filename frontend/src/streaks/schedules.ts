/** What is expected, and from when on (S1, S2, S3). */
import { type DayNumber, dayNumber, EARLIEST_DAY, floored } from "./calendar.ts";
import type { Day } from "./day.ts";
import { BACKFILL_DAYS } from "./filing.ts";

/** A rhythm of days: with "1110" three are expected, from `anchor` on and before it too, and one is free. */
export type Cycle = { anchor: DayNumber; days: string };

/** `n` days a week, whichever; the week begins on ISO weekday `weekStart`. */
export type TimesPerWeek = { n: number; weekStart: number };

export type Pattern = Cycle | TimesPerWeek;

/**
 * One change of a schedule. Without `madeOn`: from the beginning. `n` and `item` tell the order of
 * those made on one day.
 */
export type Version = {
  pattern: Pattern;
  madeOn?: Day | undefined;
  effectiveFrom?: Day | undefined;
  n?: number;
  item?: string;
};

/** A pattern, and the day from which on it holds, until the next one. */
export type Held = { since: DayNumber; pattern: Pattern };
export type Timeline = readonly Held[];

/** Days, both included, on which nothing is expected: leave, sickness, a day lost in the air. */
export type DayOff = { first: Day; last: Day; madeOn?: Day | undefined };

const MONDAY = dayNumber("2024-01-01");
const BEGINNING = Number.NEGATIVE_INFINITY;

export const EVERY_DAY: Cycle = { anchor: MONDAY, days: "1" };
export const NOTHING: Cycle = { anchor: MONDAY, days: "0" };
export const ALWAYS: Timeline = [{ since: BEGINNING, pattern: EVERY_DAY }];

/** A pattern of a later version, or none at all. */
export class UnknownPattern extends Error {}

export function isTimesPerWeek(pattern: Pattern): pattern is TimesPerWeek {
  return "n" in pattern;
}

/** Whether something is expected on this very day; a number of times a week expects none in particular. */
export function expects(pattern: Pattern, day: DayNumber): boolean {
  if (isTimesPerWeek(pattern)) return false;
  return pattern.days[floored(day - pattern.anchor, pattern.days.length)] === "1";
}

/** A pattern from its JSON form (`{"type": "weekly", "days": [1, 5]}`); throws `UnknownPattern`. */
export function patternOf(facts: Readonly<Record<string, unknown>>): Pattern {
  const type = String(facts["type"]);
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  const pattern = read?.(facts);
  if (!pattern) throw new UnknownPattern("no pattern known here");
  return pattern;
}

const READERS: Record<string, (facts: Readonly<Record<string, unknown>>) => Pattern | undefined> = {
  "every-day": () => EVERY_DAY,
  none: () => NOTHING,
  weekly: ({ days }) => {
    if (!Array.isArray(days) || !days.every(isOneOfSeven)) return undefined;
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => (days.includes(day) ? "1" : "0"));
    return { anchor: MONDAY, days: week.join("") };
  },
  rotation: ({ anchor, cycle }) => {
    if (!isDay(anchor) || typeof cycle !== "string" || !/^[01]{1,366}$/.test(cycle))
      return undefined;
    return { anchor: dayNumber(anchor), days: cycle };
  },
  "times-per-week": ({ n, week_start: weekStart = 1 }) =>
    isOneOfSeven(n) && isOneOfSeven(weekStart) ? { n, weekStart } : undefined,
};

/** As every device and the server order them, in whatever order they arrived. */
export function inOrderMade(versions: readonly Version[]): Version[] {
  return [...versions].sort(
    (one, other) =>
      compare(one.madeOn ?? "", other.madeOn ?? "") ||
      (one.n ?? 1) - (other.n ?? 1) ||
      compare(one.item ?? "", other.item ?? ""),
  );
}

/**
 * Which pattern held when, by versions in the order they were made; `base` holds before and without
 * any. On each day the version made last among those in effect holds. So each one, from its first
 * day on, takes the place of all that were made before it.
 */
export function timeline(versions: readonly Version[], base: Timeline = ALWAYS): Timeline {
  return versions.reduce<Timeline>((held, version) => {
    const since = firstDay(version);
    return [...held.filter((one) => one.since < since), { since, pattern: version.pattern }];
  }, base);
}

/** The pattern that holds on a day. */
export function holding(held: Timeline, day: DayNumber): Pattern {
  return held.findLast((one) => one.since <= day)?.pattern ?? EVERY_DAY;
}

/** The days off up to `until`; what was marked too late is clipped, not refused. */
export function daysOff(ranges: readonly DayOff[], until: DayNumber): Set<DayNumber> {
  const days = new Set<DayNumber>();
  for (const { first, last, madeOn } of ranges) {
    const earliest = madeOn ? dayNumber(madeOn) - BACKFILL_DAYS : BEGINNING;
    const begin = Math.max(dayNumber(first), earliest, EARLIEST_DAY);
    for (let day = begin; day <= Math.min(dayNumber(last), until); day += 1) days.add(day);
  }
  return days;
}

/** The first day a version may hold on: never before the day on which it was made. */
function firstDay({ madeOn, effectiveFrom }: Version): DayNumber {
  const made = madeOn ? dayNumber(madeOn) : BEGINNING;
  return effectiveFrom ? Math.max(dayNumber(effectiveFrom), made) : made;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function isOneOfSeven(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7;
}

/** Whether something is a date of the calendar, as `YYYY-MM-DD`. */
export function isDay(value: unknown): value is Day {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDate(value);
}

function isRealDate(day: Day): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
