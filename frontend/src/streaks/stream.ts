/** What is counted: the days of journaling, or of one habit, and what was expected of them. */
import { type DayNumber, dayNumber } from "./calendar.ts";
import type { Day } from "./day.ts";
import { type Filed, fills } from "./filing.ts";
import type { DayOff, Timeline } from "./schedules.ts";

/** Facts enough for every number; nothing in it is ever incremented. */
export type Stream = {
  done: ReadonlySet<DayNumber>;
  timeline: Timeline;
  off: readonly DayOff[];
};

/** A machine's word; "at-risk" and "out-of-reach" are never said to anybody. */
export type State =
  | "none"
  | "done-today"
  | "rest-today"
  | "met-this-week"
  | "rest-week"
  | "open"
  | "at-risk"
  | "out-of-reach";

/** The numbers of a stream. `atRisk`: the run would end if nothing more were written. */
export type Streak = {
  today: Day;
  current: number;
  longest: number;
  pausesHeld: number;
  state: State;
  atRisk: boolean;
};

/** The days filled by heads, each with its `day` and `written`. */
export function daysDone(heads: Iterable<Filed>): Set<DayNumber> {
  const days = new Set<DayNumber>();
  for (const { day, written } of heads) if (fills(day, written)) days.add(dayNumber(day));
  return days;
}

/** The day that is open (J5): the one asked for, or the latest written; the calendar never runs backwards. */
export function todayOf(stream: Stream, asked: Day): DayNumber {
  return [...stream.done].reduce((latest, day) => Math.max(latest, day), dayNumber(asked));
}

/** The first done day; of none, `today`. */
export function firstDone(stream: Stream, today: DayNumber): DayNumber {
  return [...stream.done].reduce((first, day) => Math.min(first, day), today);
}
