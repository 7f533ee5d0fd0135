import type { OpenItem } from "../feeds/words.ts";
import type { Day } from "../streaks/day.ts";
import { monthAfter, monthOf } from "../ui/month.ts";
import { viewOf } from "./words.ts";

/** The same day a while ago. */
export type Ago = { unit: "month" | "year"; n: number; day: Day };
/** What stands there: what was good, openly; and calls that eased, for who wants to see them. */
export type Then = Ago & { good: readonly OpenItem[]; eased: readonly OpenItem[] };

const MOST_YEARS = 30;
const STEADY = 4;
const HEAVY = 4;

function sameDay(month: Day, of: Day): Day | undefined {
  const day = `${month.slice(0, 8)}${of.slice(8)}`;
  const isReal = new Date(`${day}T12:00:00Z`).toISOString().slice(0, 10) === day;
  return isReal ? day : undefined; // there is no 30 February
}

function daysAgo(today: Day, earliest: Day): Ago[] {
  const year = (n: number) => sameDay(monthAfter(monthOf(today), -12 * n), today);
  const month = sameDay(monthAfter(monthOf(today), -1), today);
  const years = Array.from({ length: MOST_YEARS }, (_, at) => at + 1).flatMap((n): Ago[] => {
    const day = year(n);
    return day !== undefined && day >= earliest ? [{ unit: "year", n, day }] : [];
  });
  return [...(month ? [{ unit: "month", n: 1, day: month } as const] : []), ...years];
}

/** Something good, something well ended, or a good moment: what nobody minds meeting again. */
function isGood(item: OpenItem): boolean {
  const { sort, mood = 0 } = viewOf(item);
  const { good } = item.words;
  const hasGood = sort === "after-shift" && Array.isArray(good) && good.length > 0;
  return sort === "bright-spot" || hasGood || (sort === "check-in" && mood >= STEADY);
}

/** A rough call that is over: it grew smaller, and nothing in it was more than a person has to bear. */
function hasEased(item: OpenItem, isSafe: (trigger: string) => boolean): boolean {
  const { sort, intensity, after, triggers } = viewOf(item);
  if (sort !== "encounter" || intensity === undefined || after === undefined) return false;
  return after < intensity && triggers.every(isSafe);
}

/**
 * What stood on this day a month and some years ago. A rough call comes only where it eased, never where
 * it was of a kind that hurts to meet again (`isSafe` says of a trigger whether it is not), and not on a
 * day that has been heavy itself.
 */
export function onThisDay(
  items: readonly OpenItem[],
  today: Day,
  isSafe: (trigger: string) => boolean,
): Then[] {
  const earliest = items.reduce((least, { day = today }) => (day < least ? day : least), today);
  const own = items.filter(({ day }) => day === today).map(viewOf);
  const isHeavy = own.some(({ intensity = 0 }) => intensity >= HEAVY);
  return daysAgo(today, earliest)
    .map((ago) => {
      const there = items.filter(({ day, words }) => day === ago.day && words.v === 1);
      const eased = isHeavy ? [] : there.filter((item) => hasEased(item, isSafe));
      return { ...ago, good: there.filter(isGood), eased };
    })
    .filter(({ good, eased }) => good.length + eased.length > 0);
}
