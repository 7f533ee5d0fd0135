/** The streak of weeks, for what is wanted a number of times a week. */
import { type DayNumber, dayOf, isoWeekday } from "./calendar.ts";
import type { Day } from "./day.ts";
import { expects, holding, isTimesPerWeek, type Timeline } from "./schedules.ts";
import { firstDone, type State, type Streak, type Stream, todayOf } from "./stream.ts";
import { afterDone, afterMissed, type Grace, NOTHING_COUNTED, type Tally } from "./tally.ts";

export const WEEK_GRACE: Grace = { earnEvery: 4, cap: 1 };

/** A streak of met weeks, and how the open week stands; it closes with the day `weekEndsOn`. */
export type WeeklyStreak = Streak & { weekDone: number; weekTarget: number; weekEndsOn: Day };

/** `left`: the days, not before today, that are neither off, short nor done. */
type Week = { end: DayNumber; done: number; target: number; left: number; isCut: boolean };

/** The streak of met weeks, from the week of the first done day to the open one. */
export function weekly(stream: Stream, asked: Day): WeeklyStreak {
  const today = todayOf(stream, asked);
  const weeks = weeksTo(stream, today);
  const open = weeks[weeks.length - 1];
  if (!open) throw new RangeError("there is always an open week");
  const closed = weeks.slice(0, -1).reduce(after, NOTHING_COUNTED);
  const tally = isMet(open) ? after(closed, open) : closed;
  const state = stateOf(tally, open);
  return {
    today: dayOf(today),
    current: tally.run,
    longest: tally.longest,
    pausesHeld: tally.pauses,
    state,
    atRisk: state === "at-risk",
    weekDone: open.done,
    weekTarget: open.target,
    weekEndsOn: dayOf(open.end),
  };
}

/** The weeks from that of the first done day to that of today, which is the last. */
function weeksTo(stream: Stream, today: DayNumber): Week[] {
  const first = firstDone(stream, today);
  const weeks: Week[] = [];
  let start = first;
  while (!endsAWeek(stream.timeline, start - 1)) start -= 1;
  while (start <= today) {
    let end = start;
    while (!endsAWeek(stream.timeline, end)) end += 1;
    weeks.push(weekOf(stream, { start, end, today }));
    start = end + 1;
  }
  return weeks;
}

type Span = { start: DayNumber; end: DayNumber; today: DayNumber };

function weekOf(stream: Stream, { start, end, today }: Span): Week {
  const days = Array.from({ length: end - start + 1 }, (_, at) => start + at);
  const free = days.filter((day) => !stream.off.has(day));
  const pattern = holding(stream.timeline, end);
  const wanted = isTimesPerWeek(pattern)
    ? pattern.n
    : free.filter((day) => expects(pattern, day)).length;
  return {
    end,
    done: days.filter((day) => stream.done.has(day)).length,
    target: Math.min(wanted, free.length),
    left: free.filter((day) => day >= today && !stream.done.has(day)).length,
    isCut: days.length < 7,
  };
}

/** Whether a week counts. One in which nothing is wanted neither counts nor ends a run. */
function isMet({ done, target }: Week): boolean {
  return target > 0 && done >= target;
}

/** Whether a week does if it closes like this. One cut short by a new first weekday can only help. */
function mayEndARun({ done, target, isCut }: Week): boolean {
  return done < target && !isCut;
}

function after(tally: Tally, week: Week): Tally {
  if (isMet(week)) return afterDone(tally, WEEK_GRACE);
  return mayEndARun(week) ? afterMissed(tally) : tally;
}

function stateOf(tally: Tally, week: Week): State {
  if (isMet(week)) return "met-this-week";
  if (tally.run === 0) return "none";
  if (week.target === 0) return "rest-week";
  return openState(tally, week);
}

function openState(tally: Tally, week: Week): State {
  const needed = week.target - week.done;
  if (tally.pauses > 0 || needed < week.left || !mayEndARun(week)) return "open";
  return needed === week.left ? "at-risk" : "out-of-reach";
}

/** By the version that holds on the day itself, so that a later one moves no week that has closed. */
function endsAWeek(held: Timeline, day: DayNumber): boolean {
  const pattern = holding(held, day);
  return isoWeekday(day + 1) === (isTimesPerWeek(pattern) ? pattern.weekStart : 1);
}
