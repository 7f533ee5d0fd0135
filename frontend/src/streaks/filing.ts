/** Which day a writing belongs to, and whether it fills that day (C1, J2, J3, J4). */
import { dayNumber } from "./calendar.ts";
import { type Setting, settingAt } from "./closing.ts";
import { type Day, type DayRule, journalDay } from "./day.ts";

export const BACKFILL_DAYS = 2;
export const SKEW_TOLERANCE_S = 300;
export const SHIFT_ANCHOR_MAX_HOURS = 24;

/**
 * One revision of something written (or ticked), with what its device knew.
 *
 * `receivedAt` is the server's clock and `clientNow` the device's in the same request; without the
 * first the device's clock is believed. `chosenDay` is where the person filed it. `zone` and
 * `dayStartHour` were stored with the entry; without them the person's settings hold. `deletedAt`
 * empties it; the day stays filled unless `keepMark` is false.
 */
export type Entry = {
  item: string;
  occurredAt: Date;
  receivedAt?: Date;
  clientNow?: Date;
  shiftStartAt?: Date;
  chosenDay?: Day;
  zone?: string;
  dayStartHour?: number;
  deletedAt?: Date;
  keepMark?: boolean;
};

/** The day something is shown on, and the day it was written on. */
export type Filed = { day: Day; written: Day };

/** When the one who counts learnt of an entry. */
export function knownAt(entry: Entry): Date {
  return entry.receivedAt ?? entry.occurredAt;
}

/** The writing instant by the server's clock (C1): a wrong clock is corrected, five minutes are let be. */
export function writtenAt(entry: Entry): Date {
  const known = knownAt(entry).getTime();
  const tolerance = SKEW_TOLERANCE_S * 1000;
  const offset = entry.clientNow ? known - entry.clientNow.getTime() : 0;
  const written = entry.occurredAt.getTime() + (Math.abs(offset) > tolerance ? offset : 0);
  return new Date(written > known + tolerance ? known : written);
}

/** Where an entry belongs: the day chosen, else the day its shift began, else the day it was written. */
export function filed(entry: Entry, settings: readonly Setting[]): Filed {
  const instant = writtenAt(entry);
  const { zone, dayStartHour } = settingAt(settings, instant);
  const rule: DayRule = {
    zone: entry.zone ?? zone,
    dayStartHour: entry.dayStartHour ?? dayStartHour,
  };
  const written = journalDay(instant, rule);
  if (entry.chosenDay)
    return { day: entry.chosenDay < written ? entry.chosenDay : written, written };
  return { day: journalDay(shiftStart(entry, instant) ?? instant, rule), written };
}

/** Whether something written on `written` still fills `day` (J4): on the day itself or the two after it. */
export function fills(day: Day, written: Day): boolean {
  const later = dayNumber(written) - dayNumber(day);
  return later >= 0 && later <= BACKFILL_DAYS;
}

/** The start of the shift an entry is linked to, unless the link is stale or points ahead. */
function shiftStart({ shiftStartAt }: Entry, written: Date): Date | undefined {
  if (!shiftStartAt) return undefined;
  const hours = (written.getTime() - shiftStartAt.getTime()) / 3_600_000;
  return hours >= 0 && hours <= SHIFT_ANCHOR_MAX_HOURS ? shiftStartAt : undefined;
}
