import { daily } from "./daily.ts";
import type { Day } from "./day.ts";
import { holding, isTimesPerWeek } from "./schedules.ts";
import { type Streak, type Stream, todayOf } from "./stream.ts";
import { strength } from "./strength.ts";
import { type WeeklyStreak, weekly } from "./weekly.ts";

/** A streak of days or of weeks, by the pattern that holds today, and the strength from 0 to 1. */
export type Answer =
  | { kind: "daily"; streak: Streak; strength: number }
  | { kind: "weekly"; streak: WeeklyStreak; strength: number };

/** The numbers of a stream on the day asked for. */
export function answer(stream: Stream, asked: Day): Answer {
  const pattern = holding(stream.timeline, todayOf(stream, asked));
  const strong = { strength: strength(stream, asked) };
  return isTimesPerWeek(pattern)
    ? { kind: "weekly", streak: weekly(stream, asked), ...strong }
    : { kind: "daily", streak: daily(stream, asked), ...strong };
}
