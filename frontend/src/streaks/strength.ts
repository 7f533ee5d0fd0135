/**
 * Habit strength, so that one miss is not a reset. The formula is Loop Habit
 * Tracker's: a moving average with a half-life of 13 days for what is done daily.
 */
import type { DayNumber } from "./calendar.ts";
import type { Day } from "./day.ts";
import { expects, holding, isTimesPerWeek } from "./schedules.ts";
import { firstDone, type Stream, todayOf } from "./stream.ts";

export const HALF_LIFE_DAYS = 13;
export const WINDOW_DAYS = 14;

export type StrengthWord = "starting" | "growing" | "steady" | "strong";

/**
 * "1" done, "0" expected and not done, "-" not expected, "+" done though not expected: that never
 * lowers the score.
 */
export type Value = "1" | "0" | "-" | "+";

type Scored = { value: Value; perWeek?: number | undefined };

/**
 * How strong a habit is, from 0 to 1, by the days from its first done one to today. Days off and rest
 * days are skipped, and so is today, until they are done; done they never lower it.
 */
export function strength(stream: Stream, asked: Day): number {
  return strengthByDay(stream, asked).scores.at(-1) ?? 0;
}

/** How strong it was after each day, from its first done one (`first`) to today; none where nothing is done. */
export type Grown = { first: DayNumber; scores: readonly number[] };

export function strengthByDay(stream: Stream, asked: Day): Grown {
  const today = todayOf(stream, asked);
  const first = firstDone(stream, today);
  if (stream.done.size === 0) return { first, scores: [] };
  const days: Scored[] = [];
  for (let day = first; day <= today; day += 1) {
    days.push(scoredOn(stream, day, day < today && !stream.off.has(day)));
  }
  return { first, scores: scoresOf(days, 0) };
}

/** The score after some days, from `start` on; `perWeek` for what is wanted so many times a week. */
export function score(values: string, perWeek?: number, start = 0): number {
  const days = [...values].map((value): Scored => ({ value: value as Value, perWeek }));
  return scoresOf(days, start).at(-1) ?? start;
}

/** The word for a strength, turning at 25, 50 and 75 %. */
export function strengthWord(of: number): StrengthWord {
  if (of < 0.25) return "starting";
  if (of < 0.5) return "growing";
  return of < 0.75 ? "steady" : "strong";
}

function scoredOn(stream: Stream, day: DayNumber, isClosedWorkday: boolean): Scored {
  const pattern = holding(stream.timeline, day);
  const perWeek = isTimesPerWeek(pattern) ? pattern.n : undefined;
  const expected = isClosedWorkday && (perWeek !== undefined || expects(pattern, day));
  if (stream.done.has(day)) return { value: expected ? "1" : "+", perWeek };
  return { value: expected ? "0" : "-", perWeek };
}

/** score · m + x · (1 - m) for each day that is not skipped; the score after each of them. */
function scoresOf(days: readonly Scored[], start: number): number[] {
  let score = start;
  return days.map(({ value, perWeek }, at) => {
    if (value === "-") return score;
    const m = 0.5 ** (Math.sqrt((perWeek ?? 7) / 7) / HALF_LIFE_DAYS);
    const x = perWeek === undefined ? Number(isDone(value)) : ofWindow(days, at, perWeek);
    const scored = score * m + x * (1 - m);
    score = value === "+" ? Math.max(score, scored) : scored;
    return score;
  });
}

/** What was done in the last 14 days, of what was wanted in them. */
function ofWindow(days: readonly Scored[], at: number, perWeek: number): number {
  const window = days.slice(Math.max(at + 1 - WINDOW_DAYS, 0), at + 1);
  const done = window.filter(({ value }) => isDone(value)).length;
  return Math.min(1, done / ((WINDOW_DAYS / 7) * perWeek));
}

function isDone(value: Value): boolean {
  return value === "1" || value === "+";
}
