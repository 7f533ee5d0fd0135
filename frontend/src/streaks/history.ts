/** From instants to a stream: everything a device knows, as it was known at one instant. */
import { dayNumber } from "./calendar.ts";
import { type Setting, settingAt, shortDays } from "./closing.ts";
import { type Day, journalDay } from "./day.ts";
import { type Entry, filed, knownAt } from "./filing.ts";
import { daysOff, type Pattern, timeline } from "./schedules.ts";
import { DAYS_AHEAD, daysDone, type Stream } from "./stream.ts";

/** A version of the schedule. Without `madeAt`: from the beginning. */
export type ScheduleChange = { pattern: Pattern; madeAt?: Date; effectiveFrom?: Day };

/** Days off, both included, marked at an instant. Without `madeAt`: always known. */
export type Leave = { first: Day; last: Day; madeAt?: Date };

/** The facts of one stream. Settings in the order of time, changes in the order they were made. */
export type History = {
  settings: readonly Setting[];
  entries: readonly Entry[];
  schedule: readonly ScheduleChange[];
  leave: readonly Leave[];
};

/** J1 of now; a stream's today may be later. */
export function todayAt({ settings }: History, now: Date): Day {
  return journalDay(now, settingAt(settings, now));
}

/** The stream of days that a history amounts to at an instant. */
export function streamAt(history: History, now: Date): Stream {
  const known = knownOf(history, now);
  const day = (instant: Date | undefined) => instant && todayAt(known, instant);
  const marks = known.entries.filter((entry) => !isForgotten(entry, now));
  const done = daysDone(marks.map((entry) => filed(entry, known.settings)));
  const versions = known.schedule.map(({ pattern, madeAt, effectiveFrom }) => ({
    pattern,
    madeOn: day(madeAt),
    effectiveFrom,
  }));
  const leave = known.leave.map(({ first, last, madeAt }) => ({
    first,
    last,
    madeOn: day(madeAt),
  }));
  const until = Math.max(...done, dayNumber(todayAt(known, now))) + DAYS_AHEAD;
  const short = done.size > 0 ? shortDays(Math.min(...done), until, known.settings) : [];
  const off = daysOff(leave, until);
  return { done, timeline: timeline(versions), off: new Set([...off, ...short]) };
}

/** What of a history was known at an instant. */
function knownOf({ settings, entries, schedule, leave }: History, now: Date): History {
  const begun = settings.filter(({ since }) => !since || since <= now);
  return {
    settings: begun.length > 0 ? begun : settings.slice(0, 1),
    entries: currentOnes(entries.filter((entry) => knownAt(entry) <= now)),
    schedule: schedule.filter(({ madeAt }) => !madeAt || madeAt <= now),
    leave: leave.filter(({ madeAt }) => !madeAt || madeAt <= now),
  };
}

/** The revision of each item that was known last; the same one twice is one. */
function currentOnes(entries: readonly Entry[]): Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    const held = latest.get(entry.item);
    if (!held || knownAt(held) <= knownAt(entry)) latest.set(entry.item, entry);
  }
  return [...latest.values()];
}

function isForgotten({ deletedAt, keepMark = true }: Entry, now: Date): boolean {
  return deletedAt !== undefined && deletedAt <= now && !keepMark;
}
