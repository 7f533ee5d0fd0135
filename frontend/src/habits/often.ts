import type { Change, OpenItem } from "../feeds/device.ts";
import { t } from "../language/habits.ts";
import type { Day } from "../streaks/day.ts";
import { inOrderMade, isTimesPerWeek } from "../streaks/schedules.ts";
import { versionIn } from "./practice.ts";

/** How often a habit is meant: on the work days, or so many days a week. */
export type Often = "work-days" | number;

/** What was said last of a habit; without a word of its own it follows the work days. */
export function oftenOf(schedules: readonly OpenItem[], habit: string): Often {
  const own = schedules.filter(({ of }) => of === habit).flatMap(versionIn);
  const last = inOrderMade(own).at(-1)?.pattern;
  return last && isTimesPerWeek(last) ? last.n : "work-days";
}

export function oftenLabel(often: Often): string {
  return often === "work-days" ? t("habit.work-days") : t("habit.times", { n: often });
}

/** One more than the greatest number any version bears. */
export function nextVersion(schedules: readonly OpenItem[]): number {
  return 1 + Math.max(0, ...schedules.map(({ pub }) => Number(pub?.["n"]) || 0));
}

type Standing = { schedules: readonly OpenItem[]; workPattern: unknown; today: Day };

/**
 * What is to be written so that a habit is meant so often; nothing where it is already. Following the
 * work days again repeats their pattern, for a schedule cannot be unmade without rewriting the past.
 */
export function oftenChange(habit: string, often: Often, standing: Standing): Change[] {
  const { schedules, workPattern, today } = standing;
  if (oftenOf(schedules, habit) === often) return [];
  const pattern = often === "work-days" ? workPattern : { type: "times-per-week", n: often };
  const pub = { pattern, made_on: today, n: nextVersion(schedules) };
  return [{ kind: "schedule", of: habit, words: { v: 1 }, pub }];
}
