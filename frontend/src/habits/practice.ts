/** What a person means to do and when, from schedules and days off. Pure; the server reads the same facts alike. */
import type { OpenItem } from "../feeds/device.ts";
import { dayNumber } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import {
  type DayOff,
  daysOff,
  inOrderMade,
  isDay,
  type Pattern,
  patternOf,
  type Timeline,
  timeline,
  UnknownPattern,
  type Version,
} from "../streaks/schedules.ts";
import { DAYS_AHEAD, type Stream } from "../streaks/stream.ts";

/** Which days are expected of one stream: what holds when, and the days off. */
export type Plan = { timeline: Timeline; off: readonly DayOff[] };

/** The plan of journaling, and of each habit by its item, in the order of the items. */
export type Practice = { journaling: Plan; habits: ReadonlyMap<string, Plan> };

export type Facts = {
  habits: readonly OpenItem[];
  schedules: readonly OpenItem[];
  off: readonly OpenItem[];
};

/** What heads say counts, also where two devices disagree. */
const headsOf = (items: readonly OpenItem[]) => items.flatMap((item) => [item, ...item.others]);

/** Without a schedule journaling expects every day, and a habit follows the journal's. */
export function practiceOf({ habits, schedules, off }: Facts): Practice {
  const versions = Map.groupBy(headsOf(schedules).flatMap(versionIn), ({ of }) => of);
  const ranges = Map.groupBy(headsOf(off).flatMap(rangeIn), ({ of }) => of);
  const held = (of: string | undefined, base?: Timeline) =>
    timeline(inOrderMade(versions.get(of) ?? []), base);
  const journaling = { timeline: held(undefined), off: ranges.get(undefined) ?? [] };
  const planOf = (item: string): Plan => ({
    timeline: held(item, journaling.timeline),
    off: [...journaling.off, ...(ranges.get(item) ?? [])],
  });
  const items = habits.map(({ item }) => item).sort();
  return { journaling, habits: new Map(items.map((item) => [item, planOf(item)])) };
}

/** What is counted on the day asked for, when these days are done. */
export function streamOf(plan: Plan, done: ReadonlySet<number>, asked: Day): Stream {
  const open = [...done].reduce((latest, day) => Math.max(latest, day), dayNumber(asked));
  return { done, timeline: plan.timeline, off: daysOff(plan.off, open + DAYS_AHEAD) };
}

/** One version of a schedule; what another app wrote in a form unknown here is passed over. */
export function versionIn({ item, of, pub = {} }: OpenItem): (Version & { of?: string })[] {
  const { made_on: madeOn, n, effective_from: effectiveFrom } = pub;
  const pattern = patternIn(pub);
  if (pattern === undefined || !isDay(madeOn) || typeof n !== "number") return [];
  const from = isDay(effectiveFrom) ? { effectiveFrom } : {};
  return [{ pattern, madeOn, ...from, n, item, ...(of === undefined ? {} : { of }) }];
}

function patternIn({ pattern }: Readonly<Record<string, unknown>>): Pattern | undefined {
  try {
    return patternOf((pattern ?? {}) as Record<string, unknown>);
  } catch (trouble) {
    if (trouble instanceof UnknownPattern) return undefined;
    throw trouble;
  }
}

export type Range = DayOff & { item: string; of?: string };

/** The days off that one item tells of. */
export function rangeIn({ item, of, pub = {} }: OpenItem): Range[] {
  const { from: first, to: last, made_on: madeOn } = pub;
  if (!isDay(first) || !isDay(last) || !isDay(madeOn)) return [];
  return [{ item, first, last, madeOn, ...(of === undefined ? {} : { of }) }];
}
