/** The streak of weeks, for what is wanted a number of times a week (page of rules: 4.5). */
import { type DayNumber, dayOf, isoWeekday } from "./calendar.ts";
import type { Day } from "./day.ts";
import { daysOff, expects, holding, isTimesPerWeek, type Timeline } from "./schedules.ts";
import { firstDone, type State, type Streak, type Stream, todayOf } from "./stream.ts";

export const WEEK_PAUSE_EARN_EVERY = 4;
export const WEEK_PAUSE_CAP = 1;

/** A streak of met weeks, and how the open week stands; it closes with the day `weekEndsOn`. */
export type WeeklyStreak = Streak & { weekDone: number; weekTarget: number; weekEndsOn: Day };

type Tally = { run: number; longest: number; pauses: number; progress: number };

/** `left`: the days, not before today, that are neither off, short nor done. */
type Week = { end: DayNumber; done: number; target: number; left: number; isCut: boolean };

/** The streak of met weeks, from the week of the first done day to the open one. */
export function weekly(stream: Stream, asked: Day): WeeklyStreak {
  const today = todayOf(stream, asked);
  const weeks = weeksTo(stream, today);
  const open = weeks[weeks.length - 1];
  if (!open) throw new RangeError("there is always an open week");
  const closed = weeks.slice(0, -1).reduce(after, { run: 0, longest: 0, pauses: 0, progress: 0 });
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
  const off = daysOff(stream.off, today + 13);
  const weeks: Week[] = [];
  let start = weekStart(stream.timeline, first);
  for (let from = first; from <= today; from = start) {
    const end = weekEnd(stream.timeline, from);
    weeks.push(weekOf(stream, off, { start, end, today }));
    start = end + 1;
  }
  return weeks;
}

type Span = { start: DayNumber; end: DayNumber; today: DayNumber };

function weekOf(stream: Stream, off: ReadonlySet<DayNumber>, { start, end, today }: Span): Week {
  const days = Array.from({ length: end - start + 1 }, (_, at) => start + at);
  const free = days.filter((day) => !off.has(day));
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
  if (isMet(week)) return afterMet(tally);
  if (!mayEndARun(week)) return tally;
  if (tally.pauses > 0) return { ...tally, pauses: tally.pauses - 1 };
  return { run: 0, longest: tally.longest, pauses: 0, progress: 0 };
}

/** A met week brings the next pause nearer; while one is held nothing is banked. */
function afterMet({ run, longest, pauses, progress }: Tally): Tally {
  const grown = { run: run + 1, longest: Math.max(longest, run + 1) };
  if (pauses >= WEEK_PAUSE_CAP) return { ...grown, pauses, progress };
  if (progress + 1 < WEEK_PAUSE_EARN_EVERY) return { ...grown, pauses, progress: progress + 1 };
  return { ...grown, pauses: pauses + 1, progress: 0 };
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

function weekStart(held: Timeline, day: DayNumber): DayNumber {
  let start = day;
  while (isoWeekday(start) !== firstWeekday(held, day)) start -= 1;
  return start;
}

/** The first day, from this one on, that is followed by the first weekday of its own version. */
function weekEnd(held: Timeline, from: DayNumber): DayNumber {
  let end = from;
  while (isoWeekday(end + 1) !== firstWeekday(held, end)) end += 1;
  return end;
}

function firstWeekday(held: Timeline, day: DayNumber): number {
  const pattern = holding(held, day);
  return isTimesPerWeek(pattern) ? pattern.weekStart : 1;
}
