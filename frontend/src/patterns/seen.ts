/** What is read out of the opened entries, once, before anything is counted. Pure. */

import { type Aspect, aspectOf } from "../entries/aspect.ts";
import { viewOf } from "../entries/words.ts";
import type { OpenItem } from "../feeds/words.ts";
import { dayNumber, isoWeekday } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { Clocks } from "./clock.ts";

export type Entry = Pick<OpenItem, "day" | "words">;

/** A rough call as it is counted: alone or put down with a whole shift, it is one call. */
export type Call = {
  day: Day;
  weekday: number;
  /** On the clock on the wall there; undefined where it was filed to another day, whose hour nobody knows. */
  hour: number | undefined;
  triggers: readonly string[];
  feelings: readonly string[];
  intensity: number | undefined;
  after: number | undefined;
  aspect: Aspect | undefined;
  ready: string | undefined;
};

const isReady = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Every call that was put down, in the order of the entries. */
export function callsIn(entries: readonly Entry[], home: string): Call[] {
  const clocks = new Clocks(home);
  return entries.flatMap((entry) => {
    const { day, words } = entry;
    const view = viewOf(entry);
    if (view.sort !== "encounter" || day === undefined) return [];
    const number = dayNumber(day);
    return {
      day,
      weekday: isoWeekday(number),
      hour: hourOn(number, clocks, view),
      triggers: [...new Set(view.triggers)],
      feelings: [...new Set(view.feelings)],
      intensity: view.intensity,
      after: view.after,
      aspect: aspectOf(words),
      ready: isReady(words["ready"]) ? words["ready"] : undefined,
    };
  });
}

/** A day goes on after midnight, and a night's shift into the morning; beyond that the hour is another day's. */
function hourOn(
  day: number,
  clocks: Clocks,
  { at, tz }: { at: string; tz: string | undefined },
): number | undefined {
  const wall = clocks.read(at, tz);
  if (!wall) return undefined;
  const late = wall.date - day;
  return late === 0 || late === 1 ? wall.hour : undefined;
}

/** What good things were kept, by their names; what has none of its own is not counted. */
export function goodIn(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => {
    const { sort, bright } = viewOf(entry);
    return sort === "bright-spot" && bright !== undefined ? bright : [];
  });
}
