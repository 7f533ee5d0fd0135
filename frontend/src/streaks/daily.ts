/** The streak of days (page of rules: 4.3). */
import { type DayNumber, dayOf } from "./calendar.ts";
import type { Day } from "./day.ts";
import { daysOff, expects, holding } from "./schedules.ts";
import { firstDone, type State, type Streak, type Stream, todayOf } from "./stream.ts";

export const PAUSE_EARN_EVERY = 5;
export const PAUSE_CAP = 2;

type Tally = { run: number; longest: number; pauses: number; progress: number };
type Kind = "done" | "neutral" | "open" | "missed";

/** The streak of written days, from the first one to today. */
export function daily(stream: Stream, asked: Day): Streak {
  const today = todayOf(stream, asked);
  const kindOf = classifier(stream, today);
  let tally: Tally = { run: 0, longest: 0, pauses: 0, progress: 0 };
  for (let day = firstDone(stream, today); day <= today; day += 1)
    tally = after(tally, kindOf(day));
  const state = stateOf(tally, kindOf(today));
  return {
    today: dayOf(today),
    current: tally.run,
    longest: tally.longest,
    pausesHeld: tally.pauses,
    state,
    atRisk: state === "at-risk",
  };
}

/** Tells of each day, up to today, whether it counts, rests, may still be written, or was missed. */
function classifier(stream: Stream, today: DayNumber): (day: DayNumber) => Kind {
  const off = daysOff(stream.off, today);
  return (day) => {
    if (stream.done.has(day)) return "done";
    if (off.has(day) || !expects(holding(stream.timeline, day), day)) return "neutral";
    return day === today ? "open" : "missed";
  };
}

function after(tally: Tally, kind: Kind): Tally {
  if (kind === "done") return afterDone(tally);
  if (kind !== "missed") return tally;
  if (tally.pauses > 0) return { ...tally, pauses: tally.pauses - 1 };
  return { run: 0, longest: tally.longest, pauses: 0, progress: 0 };
}

/** A written day brings the next pause nearer; while two are held nothing is banked. */
function afterDone({ run, longest, pauses, progress }: Tally): Tally {
  const grown = { run: run + 1, longest: Math.max(longest, run + 1) };
  if (pauses >= PAUSE_CAP) return { ...grown, pauses, progress };
  if (progress + 1 < PAUSE_EARN_EVERY) return { ...grown, pauses, progress: progress + 1 };
  return { ...grown, pauses: pauses + 1, progress: 0 };
}

function stateOf(tally: Tally, today: Kind): State {
  if (today === "done") return "done-today";
  if (tally.run === 0) return "none";
  if (today === "neutral") return "rest-today";
  return tally.pauses > 0 ? "open" : "at-risk";
}
