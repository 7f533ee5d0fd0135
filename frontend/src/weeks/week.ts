/** What stood in a week: counts of one's own, never a cause and never a judgement. Pure. */
import type { OpenItem } from "../feeds/words.ts";
import type { Plan } from "../habits/practice.ts";
import { dayNumber, dayOf, isoWeekday } from "../streaks/calendar.ts";
import { type Day, dayAfter } from "../streaks/day.ts";
import { daysOff, expects, holding, isTimesPerWeek } from "../streaks/schedules.ts";
import { type Effects, effectsOf, weightOf } from "../techniques/effects.ts";

/** A week by its ISO number: "2026-W47". */
export type Week = string;
export type History = readonly Pick<OpenItem, "day" | "words">[];
type Kept = Pick<OpenItem, "item" | "words">;

const A_WEEK = 7;
const THURSDAY = 4;

const ENOUGH = 3;
/** Below three calls there is nothing to see yet, and that is said: no row of them, nothing to pick. */
export function seenIn(calls: number): "none" | "few" | "enough" {
  if (calls >= ENOUGH) return "enough";
  return calls > 0 ? "few" : "none";
}

export function weekOf(day: Day): Week {
  const number = dayNumber(day);
  const thursday = dayOf(number + THURSDAY - isoWeekday(number));
  const first = dayNumber(`${thursday.slice(0, 4)}-01-01`);
  const week = Math.floor((dayNumber(thursday) - first) / A_WEEK) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, "0")}`;
}

/** Its seven days, Monday first. */
export function daysIn(week: Week): Day[] {
  const inFirst = dayNumber(`${week.slice(0, 4)}-01-04`); // always in the first week
  const monday = inFirst - isoWeekday(inFirst) + 1 + (Number(week.slice(6)) - 1) * A_WEEK;
  return Array.from({ length: A_WEEK }, (_, n) => dayOf(monday + n));
}

/** What was written for a week. */
export function inWeek<Entry extends Pick<OpenItem, "day">>(
  history: readonly Entry[],
  week: Week,
): Entry[] {
  const days = daysIn(week);
  return history.filter(({ day = "" }) => days.includes(day));
}

/** The week to look at: this one, or the one before while nothing stands in this one. */
export function weekToLookAt(history: History, today: Day): Week {
  const now = weekOf(today);
  const before = weekOf(dayAfter(today, -A_WEEK));
  const isEmpty = inWeek(history, now).length === 0;
  return isEmpty && inWeek(history, before).length > 0 ? before : now;
}

/** Whether a day is the last one of its week on which work is meant; on days off there is none. */
export function isLastWorkDay({ timeline, off }: Plan, day: Day): boolean {
  const days = daysIn(weekOf(day)).map(dayNumber);
  const free = daysOff(off, days.at(-1) ?? dayNumber(day));
  const isWork = (one: number) => {
    const pattern = holding(timeline, one);
    return !free.has(one) && (isTimesPerWeek(pattern) || expects(pattern, one));
  };
  return days.findLast(isWork) === dayNumber(day);
}

/** What was kept of a look at a week. */
export function lookAt<Note extends Kept>(notes: readonly Note[], week: Week): Note | undefined {
  return notes.find(({ words }) => words.t === "week" && words["iso_week"] === week);
}

export type Count = { id: string; n: number };

const triggersIn = ({ words }: History[number]): string[] =>
  words.t === "encounter" && Array.isArray(words["trigger"]) ? words["trigger"].map(String) : [];

/** How many calls were put down. */
export const callsIn = (history: History): number =>
  history.filter(({ words }) => words.t === "encounter").length;

/** What set them off, what came most often first. */
export function cameUp(history: History): Count[] {
  const counts = new Map<string, number>();
  for (const id of history.flatMap(triggersIn)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, n]) => ({ id, n })).toSorted((one, other) => other.n - one.n);
}

export type Helped = Count & { of: number };

/** The tools that helped, how often, and of how many times; the most helpful first. */
export function helpedIn(history: History): Helped[] {
  const effects: Effects = effectsOf(history);
  return [...effects]
    .filter(([, { helped }]) => helped > 0)
    .toSorted(([, one], [, other]) => weightOf(other) - weightOf(one))
    .map(([id, { n, helped }]) => ({ id, n: helped, of: n }));
}

/** How many real breaks were taken: finished tools among these. */
export function breaksIn(history: History, breaks: readonly string[]): number {
  const done = history.map(({ words }) => words.t === "tool" && words["technique"]);
  return done.filter((id) => typeof id === "string" && breaks.includes(id)).length;
}

type Shown = { ids: readonly string[]; asked: Readonly<Record<string, Day>> };

/** Of what comes seldom, what was shown since that day in the look at another week. */
export function shownSince(since: Day, week: Week, { ids, asked }: Shown): string[] {
  return ids.filter((id) => {
    const on = asked[id];
    return on !== undefined && on >= since && weekOf(on) !== week;
  });
}
