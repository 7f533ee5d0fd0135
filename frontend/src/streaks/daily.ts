/** The streak of days. */
import { type DayNumber, dayOf } from "./calendar.ts";
import type { Day } from "./day.ts";
import { expects, holding } from "./schedules.ts";
import { firstDone, type State, type Streak, type Stream, todayOf } from "./stream.ts";
import { afterDone, afterMissed, type Grace, NOTHING_COUNTED, type Tally } from "./tally.ts";

export const GRACE: Grace = { earnEvery: 5, cap: 2 };

type Kind = "done" | "neutral" | "open" | "missed";

/** The streak of written days, from the first one to today. */
export function daily(stream: Stream, asked: Day): Streak {
  const today = todayOf(stream, asked);
  const kindOf = classifier(stream, today);
  let tally = NOTHING_COUNTED;
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
  return (day) => {
    if (stream.done.has(day)) return "done";
    if (stream.off.has(day) || !expects(holding(stream.timeline, day), day)) return "neutral";
    return day === today ? "open" : "missed";
  };
}

function after(tally: Tally, kind: Kind): Tally {
  if (kind === "done") return afterDone(tally, GRACE);
  return kind === "missed" ? afterMissed(tally) : tally;
}

function stateOf(tally: Tally, today: Kind): State {
  if (today === "done") return "done-today";
  if (tally.run === 0) return "none";
  if (today === "neutral") return "rest-today";
  return tally.pauses > 0 ? "open" : "at-risk";
}
