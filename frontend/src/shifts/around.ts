/** What fits the time around a shift, and how long a line for today stays. Pure. */
import type { OpenItem } from "../feeds/words.ts";
import { minuteOf, type ShiftTimes, wallOf } from "../people/shift.ts";
import { phaseOf } from "../prompts/today.ts";
import type { Day, DayRule } from "../streaks/day.ts";

type History = readonly Pick<OpenItem, "day" | "words">[];
export type Around = "before" | "after";

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
/** From two hours ahead until the first calls have come. */
const BEFORE = { from: -120, to: 30 };
/** From the last half hour until four hours later. */
const AFTER = { from: -30, to: 240 };
/** How long a line stays where nobody told when their shifts end. */
const A_SHIFT_MINUTES = 600;

/** Where nobody told when they work: this long after the first words of a day it may be over. */
const AT_WORK_MINUTES = 240;

export type Clock = { now: Date; times: ShiftTimes | undefined; rule: DayRule; hour: string };

const isIn = (minute: number, mark: string, span: { from: number; to: number }) => {
  const since = (minute - minuteOf(mark) + 2 * DAY_MINUTES) % DAY_MINUTES;
  return since <= span.to || since >= DAY_MINUTES + span.from;
};

const wasBefore = ({ words }: History[number]) =>
  words.t === "before-shift" && Array.isArray(words["cards"]) && words["cards"].length > 0;
const wasAfter = ({ words }: History[number]) =>
  words.t === "after-shift" && words["over"] === true;

/** Which of the two may be offered now: by the shift where it is known, else by the day. */
export function aroundNow(clock: Clock, history: History, today: Day): Around | undefined {
  const ofToday = history.filter(({ day }) => day === today);
  const fits = fitsNow(clock, history, today);
  if (fits === "before" && ofToday.some(wasBefore)) return undefined;
  if (fits === "after" && ofToday.some(wasAfter)) return undefined;
  return fits;
}

/** What the hour is for, whether or not it was done already. */
export function fitsNow(clock: Clock, history: History, today: Day): Around | undefined {
  const ofToday = history.filter(({ day }) => day === today);
  return clock.times ? byShift(clock, clock.times) : byDay(clock, ofToday);
}

function byShift({ now, rule }: Clock, { starts, ends }: ShiftTimes): Around | undefined {
  const { minute } = wallOf(now, rule.zone);
  if (isIn(minute, ends, AFTER)) return "after";
  return isIn(minute, starts, BEFORE) ? "before" : undefined;
}

/** Who has written is at work, and not at its end before some hours have gone by. */
function byDay({ now, hour }: Clock, ofToday: History): Around | undefined {
  if (phaseOf(hour, false) === "after-shift") return "after";
  if (ofToday.length === 0) return "before";
  const since = ofToday.map(({ words }) => now.getTime() - Date.parse(String(words["at"])));
  return since.some((passed) => passed >= AT_WORK_MINUTES * MINUTE_MS) ? "after" : undefined;
}

/** The line one chose to listen by, until the shift it was chosen for is over. */
export function lineForNow({ now, times, rule }: Clock, history: History): string {
  const chosen = history.find((one) => wasBefore(one) && Boolean(one.words["line"]));
  const at = Date.parse(String(chosen?.words["at"]));
  if (!chosen || !(at <= now.getTime())) return "";
  const closed = history.some((one) => wasAfter(one) && Date.parse(String(one.words["at"])) >= at);
  const stays = minutesUntilEnd(new Date(at), times, rule) * MINUTE_MS;
  return closed || now.getTime() - at >= stays ? "" : String(chosen.words["line"]);
}

function minutesUntilEnd(at: Date, times: ShiftTimes | undefined, { zone }: DayRule): number {
  if (!times) return A_SHIFT_MINUTES;
  return (minuteOf(times.ends) - wallOf(at, zone).minute + DAY_MINUTES) % DAY_MINUTES;
}

/** Up to this size one has an ear for the next one; after what is not okay nobody is asked to listen. */
const BIGGEST = 3;
export const mayHearAgain = (intensity: number, isHard: boolean): boolean =>
  intensity <= BIGGEST && !isHard;
