/** When a journal day closes (J6), and whether too little of it was lived to expect anything (J7). */
import { type DayNumber, dayNumber, dayOf } from "./calendar.ts";
import type { Day, DayRule } from "./day.ts";

export const SHORT_DAY_HOURS = 12;

/** A day rule that holds from `since` on (absent: always) until the next one. */
export type Setting = DayRule & { since?: Date };

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The setting in force at an instant; `settings` in the order of time, never empty. */
export function settingAt(settings: readonly Setting[], instant: Date): Setting {
  const begun = settings.filter(({ since }) => !since || since <= instant);
  const setting = begun.at(-1) ?? settings[0];
  if (!setting) throw new RangeError("a history needs a setting");
  return setting;
}

/**
 * The instant at which the wall first reads the day's start on the next date. If that reading is
 * skipped, the instant of the jump.
 */
export function closesAt(day: Day, { zone, dayStartHour }: DayRule): Date {
  const reading = (dayNumber(day) + 1) * DAY_MS + dayStartHour * HOUR_MS;
  const offsets = [reading - DAY_MS, reading + DAY_MS].map((at) => wallClock(at, zone) - at);
  const instants = offsets.map((offset) => reading - offset);
  const showing = instants.filter((at) => wallClock(at, zone) === reading);
  if (showing.length > 0) return new Date(Math.min(...showing));
  return jumpOver(reading, zone, Math.min(...instants), Math.max(...instants));
}

/** How many hours of a journal day a person had, wherever they were: the sum over their settings. */
export function livedHours(day: Day, settings: readonly Setting[]): number {
  const dayBefore = dayOf(dayNumber(day) - 1);
  const parts = settings.map((setting, at) => {
    const from = setting.since?.getTime() ?? Number.NEGATIVE_INFINITY;
    const until = settings[at + 1]?.since?.getTime() ?? Number.POSITIVE_INFINITY;
    const begin = Math.max(closesAt(dayBefore, setting).getTime(), from);
    return Math.max(Math.min(closesAt(day, setting).getTime(), until) - begin, 0);
  });
  return parts.reduce((sum, part) => sum + part, 0) / HOUR_MS;
}

/** Whether so little of the day was lived that nothing is expected on it. */
export function isShort(day: Day, settings: readonly Setting[]): boolean {
  return livedHours(day, settings) < SHORT_DAY_HOURS;
}

/** The short days from `first` to `last`. The server is told of them as days off. */
export function shortDays(
  first: DayNumber,
  last: DayNumber,
  settings: readonly Setting[],
): DayNumber[] {
  const days = suspects(first, last, settings);
  return days.filter((day) => isShort(dayOf(day), settings));
}

/** Days are cut short by a new setting or a jump of the zone itself; only those near one are measured. */
function suspects(first: DayNumber, last: DayNumber, settings: readonly Setting[]): DayNumber[] {
  const near = new Set<DayNumber>();
  for (const { since, zone } of settings) {
    const turns = since ? [since.getTime()] : [];
    for (const at of [...turns, ...longJumps(zone, first, last)]) {
      for (let day = Math.floor(at / DAY_MS) - 2; day <= at / DAY_MS + 2; day += 1) near.add(day);
    }
  }
  return [...near].filter((day) => day >= first && day <= last).sort((one, other) => one - other);
}

/** About when a zone skipped more than half a day, as Samoa did in 2011; the step finds any that lasted. */
function longJumps(zone: string, first: DayNumber, last: DayNumber): number[] {
  const offsetOn = (day: DayNumber) => wallClock(day * DAY_MS, zone) - day * DAY_MS;
  const leaps = (from: DayNumber, to: DayNumber) => offsetOn(to) - offsetOn(from) > 11 * HOUR_MS;
  const found: number[] = [];
  for (let from = first - 2; from < last + 2; from += 90) {
    if (!leaps(from, from + 90)) continue;
    for (let day = from; day < from + 90; day += 1)
      if (leaps(day, day + 1)) found.push(day * DAY_MS);
  }
  return found;
}

/** The first second in a stretch with one jump at which the wall reads later than the skipped reading. */
function jumpOver(reading: number, zone: string, before: number, after: number): Date {
  let [low, high] = [before, after];
  while (high - low > SECOND_MS) {
    const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS;
    if (wallClock(middle, zone) < reading) low = middle;
    else high = middle;
  }
  return new Date(high);
}

/** What the wall reads at an instant, as if it were UTC; in milliseconds, to the second. */
function wallClock(at: number, zone: string): number {
  const read = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Making a formatter costs more than using it a hundred times. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const made = clocks.get(zone);
  if (made) return made;
  const clock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn-hc-h23", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, clock);
  return clock;
}
