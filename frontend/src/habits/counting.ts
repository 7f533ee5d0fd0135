/** Streaks and strength as this device counts them: it knows what has not been sent yet. */
import type { Mark } from "../feeds/device.ts";
import { type Answer, answer } from "../streaks/answer.ts";
import type { Day } from "../streaks/day.ts";
import { daysDone } from "../streaks/stream.ts";
import { type Facts, type Plan, practiceOf, streamOf } from "./practice.ts";

/** Of journaling, and of each habit by its item, in the order of the items. */
export type Streaks = { journaling: Answer; habits: ReadonlyMap<string, Answer> };

/** How it goes on `today`, by what is kept on this device. */
export function streaksOf(marks: readonly Mark[], facts: Facts, today: Day): Streaks {
  const practice = practiceOf(facts);
  const entries = marks.filter(({ kind }) => kind === "entry");
  const ticks = Map.groupBy(
    marks.filter(({ kind }) => kind === "tick"),
    ({ of }) => of,
  );
  const count = (plan: Plan, done: readonly Mark[]) =>
    answer(streamOf(plan, daysDone(done), today), today);
  return {
    journaling: count(practice.journaling, entries),
    habits: new Map(
      [...practice.habits].map(([item, plan]) => [item, count(plan, ticks.get(item) ?? [])]),
    ),
  };
}

/** Counts anew only when something it counts by has changed. */
export function remembering(): typeof streaksOf {
  let known: { marks: readonly Mark[]; key: string; streaks: Streaks } | undefined;
  return (marks, facts, today) => {
    const revs = Object.values(facts).map((items) =>
      items.flatMap((item) => [item.rev, ...item.others.map((one) => one.rev)]),
    );
    const key = JSON.stringify([today, revs]);
    if (known?.marks !== marks || known.key !== key) {
      known = { marks, key, streaks: streaksOf(marks, facts, today) };
    }
    return known.streaks;
  };
}
