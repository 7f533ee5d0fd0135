/** From days that somebody works to the rhythm behind them. Pure. */
import { dayNumber, dayOf, floored, isoWeekday } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";

export type WorkPattern =
  | { type: "every-day" }
  | { type: "none" }
  | { type: "weekly"; days: number[] }
  | { type: "rotation"; anchor: Day; cycle: string };

/** A pattern, and the days on which it does not hold. `isRhythm`: it was found, not only repeated. */
export type Rota = { pattern: WorkPattern; off: Day[]; isRhythm: boolean };

const WEEK = 7;
const LONGEST_PERIOD = 56;
const LONGEST_CYCLE = 366;
/** Of the days a rhythm promises, at least so many must have been worked. */
const MOSTLY = 0.8;

type Board = { first: number; bits: string };

/** The days from the first one worked to the last: 1 for a work day. */
function boardOf(days: Iterable<Day>): Board | null {
  const worked = new Set([...days].map(dayNumber));
  if (worked.size === 0) return null;
  const [first, last] = [Math.min(...worked), Math.max(...worked)];
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return { first, bits: numbers.map((day) => (worked.has(day) ? "1" : "0")).join("") };
}

/**
 * The shortest rhythm that explains every day between the first and the last one worked; null while
 * there is none. Within one week it is taken for a week like any other.
 */
export function patternFrom(days: Iterable<Day>): WorkPattern | null {
  const board = boardOf(days);
  if (!board) return null;
  const { bits } = board;
  if (bits.length <= WEEK) return inPeriod(board, bits.padEnd(WEEK, "0"));
  for (let period = 1; period <= Math.min(LONGEST_PERIOD, bits.length - 1); period += 1) {
    const cycle = bits.slice(0, period);
    if (bits.length - period < proofOf(cycle)) continue;
    if ([...bits].every((bit, at) => bit === cycle[at % period])) return inPeriod(board, cycle);
  }
  return null;
}

/**
 * How far into its second round a cycle must have got to be believed: a week at once, anything else
 * once all of its work days have come again.
 */
function proofOf(cycle: string): number {
  if (cycle.length === WEEK) return 1;
  return cycle.replace(/0+$/, "").length;
}

/** The cycle as a pattern: as days of the week where it keeps to them. */
function inPeriod({ first }: Board, cycle: string): WorkPattern {
  if (!cycle.includes("0")) return { type: "every-day" };
  if (WEEK % cycle.length !== 0) return { type: "rotation", anchor: dayOf(first), cycle };
  const week = Array.from({ length: WEEK }, (_, at) => first + at);
  const worked = week.filter((_, at) => cycle[at % cycle.length] === "1");
  return { type: "weekly", days: worked.map(isoWeekday).sort() };
}

/** What a rota amounts to: a rhythm; a rhythm with days off; or just these weeks, over and over. */
export function rotaFrom(days: Iterable<Day>): Rota | null {
  const board = boardOf(days);
  if (!board) return null;
  const exact = patternFrom(days);
  if (exact) return { pattern: exact, off: [], isRhythm: true };
  return withDaysOff(board) ?? { pattern: asItIs(board), off: [], isRhythm: false };
}

function withDaysOff(board: Board): Rota | null {
  const most = Math.min(LONGEST_PERIOD / 2, Math.floor(board.bits.length / 2));
  for (let period = 1; period <= most; period += 1) {
    const cycle = Array.from({ length: period }, (_, phase) => bitOfPhase(board, phase, period));
    if (cycle.includes("?") || !cycle.includes("1")) continue;
    const missing = [...board.bits].flatMap((bit, at) =>
      bit === "0" && cycle[at % period] === "1" ? dayOf(board.first + at) : [],
    );
    return { pattern: inPeriod(board, cycle.join("")), off: missing, isRhythm: true };
  }
  return null;
}

/** Worked mostly, or never; a "?" where it is neither. */
function bitOfPhase({ bits }: Board, phase: number, period: number): "1" | "0" | "?" {
  const seen = [...bits].filter((_, at) => at % period === phase);
  const worked = seen.filter((bit) => bit === "1").length / seen.length;
  if (worked === 0) return "0";
  return worked >= MOSTLY ? "1" : "?";
}

/** Whole weeks, so that a weekday stays what it is when they come round again. */
function asItIs({ first, bits }: Board): WorkPattern {
  const weeks = Math.min(Math.ceil(bits.length / WEEK), Math.floor(LONGEST_CYCLE / WEEK));
  return {
    type: "rotation",
    anchor: dayOf(first),
    cycle: bits.slice(0, weeks * WEEK).padEnd(weeks * WEEK, "0"),
  };
}

export type Run = { on: boolean; days: number };

/** The runs of a cycle from the beginning of a run of work days on: 4 on, 4 off. */
export function runsOf(cycle: string): Run[] {
  const turned = [...cycle].findIndex(
    (bit, at) => bit === "1" && cycle[floored(at - 1, cycle.length)] === "0",
  );
  const from = Math.max(turned, 0);
  const runs: Run[] = [];
  for (const bit of cycle.slice(from) + cycle.slice(0, from)) {
    const last = runs.at(-1);
    if (last && last.on === (bit === "1")) last.days += 1;
    else runs.push({ on: bit === "1", days: 1 });
  }
  return runs;
}
