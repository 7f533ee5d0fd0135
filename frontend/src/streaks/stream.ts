/** What is counted: the days of journaling, or of one habit, and what was expected of them. */
import { type DayNumber, dayNumber, EARLIEST_DAY } from "./calendar.ts";
import type { Day } from "./day.ts";
import { type Filed, fills } from "./filing.ts";
import type { Timeline } from "./schedules.ts";

/** The open week may reach this far beyond today. */
export const DAYS_AHEAD = 13;

/** Facts enough for every number; nothing in it is ever incremented. Days off up to `DAYS_AHEAD` beyond today. */
export type Stream = {
  done: ReadonlySet<DayNumber>;
  timeline: Timeline;
  off: ReadonlySet<DayNumber>;
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
  for (const { day, written } of heads) {
    if (fills(day, written) && dayNumber(day) >= EARLIEST_DAY) days.add(dayNumber(day));
  }
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
