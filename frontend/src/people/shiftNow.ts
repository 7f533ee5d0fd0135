import { practice } from "../habits/plan.ts";
import { profile } from "../habits/settings.ts";
import { dayRule } from "../shell/today.ts";
import { dayNumber } from "../streaks/calendar.ts";
import { type Day, journalDay } from "../streaks/day.ts";
import { expects, holding, isTimesPerWeek } from "../streaks/schedules.ts";
import { shiftDayAt, shiftTimesIn } from "./shift.ts";

/** The day of the shift that a moment belongs to, where the clock alone would say another day. */
export function shiftAt(instant: Date): Day | undefined {
  const times = shiftTimesIn(profile.value);
  const day = times && shiftDayAt(instant, times, dayRule.value);
  if (day === undefined || day === journalDay(instant, dayRule.value)) return undefined;
  const pattern = holding(practice.value.journaling.timeline, dayNumber(day));
  return isTimesPerWeek(pattern) || expects(pattern, dayNumber(day)) ? day : undefined;
}

/** What a new entry says of its shift: the day it began on, where the clock alone would say another. */
export function shiftOf(now: Date): { shift_on?: Day } {
  const day = shiftAt(now);
  return day === undefined ? {} : { shift_on: day };
}
