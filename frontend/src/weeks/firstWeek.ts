/** What there is after a first week: only what is there, never what is not. Pure. */
import { dayNumber } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { effectsOf } from "../techniques/effects.ts";
import { callsIn, type History } from "./week.ts";

export type Payoff = { down: number; settled: number; good: number };

const A_WEEK = 7;
/** Who comes back later than in the second week is not told of the first. */
const LATEST = 13;

const size = (value: unknown) => (typeof value === "number" ? value : undefined);

/** Calmer at the end than at the beginning, without a tool having been rated for it. */
function calmed({ words }: History[number]): boolean {
  const [before, after] = [size(words["intensity"]), size(words["after"])];
  const isRated = size(words["effect"]) === 1;
  return before !== undefined && after !== undefined && after < before && !isRated;
}

function goodIn({ words }: History[number]): number {
  if (words.t === "bright-spot") return 1;
  return words.t === "after-shift" && Array.isArray(words["good"]) ? words["good"].length : 0;
}

/**
 * What a first week holds, told once in the week after it: on the day on which it was first told,
 * and not again.
 */
export function firstWeek(history: History, today: Day, told: Day | undefined): Payoff | undefined {
  const days = history.map(({ day }) => day).filter((day) => day !== undefined);
  const since = dayNumber(today) - Math.min(...days.map(dayNumber));
  if (!(since >= A_WEEK && since <= LATEST) || (told ?? today) !== today) return undefined;
  const helped = [...effectsOf(history).values()].reduce((sum, one) => sum + one.helped, 0);
  const payoff = {
    down: callsIn(history),
    settled: history.filter(calmed).length + helped,
    good: history.reduce((sum, one) => sum + goodIn(one), 0),
  };
  return Object.values(payoff).some((n) => n > 0) ? payoff : undefined;
}
