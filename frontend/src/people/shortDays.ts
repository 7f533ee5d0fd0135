import type { Change } from "../feeds/device.ts";
import { rangeIn } from "../habits/practice.ts";
import { theDevice } from "../shell/device.ts";
import { dayNumber, dayOf } from "../streaks/calendar.ts";
import { shortDays } from "../streaks/closing.ts";
import { type Day, type DayRule, journalDay } from "../streaks/day.ts";

/** A change cuts short the day it falls into, or its neighbour. */
const NEAR = 1;

/**
 * Where a new zone or day start leaves less than half of a day to live, nothing is expected on it. The
 * server knows no zones, so it is told of such a day as of one off.
 */
export async function takeShortDaysOff(before: DayRule, rule: DayRule, now: Date): Promise<void> {
  const made = journalDay(now, rule);
  const here = dayNumber(made);
  const cut = shortDays(here - NEAR, here + NEAR, [before, { ...rule, since: now }]).map(dayOf);
  if (cut.length === 0) return;
  const device = await theDevice();
  const known = device.items("off").flatMap(rangeIn);
  const isOff = (day: Day) =>
    known.some(({ of, first, last }) => of === undefined && first <= day && day <= last);
  await device.saveAll(cut.filter((day) => !isOff(day)).map((day) => off(day, made)));
}

function off(day: Day, made: Day): Change {
  return { kind: "off", words: { v: 1 }, pub: { from: day, to: day, made_on: made } };
}
