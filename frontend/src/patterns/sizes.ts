/** How big it was before, and how big afterwards: only calls that say both. Pure. */
import { type Slots, slotOf } from "./period.ts";
import type { Call } from "./seen.ts";

/** Means over `n` calls. */
export type Point = { n: number; before: number; after: number };
export type Sizes = Point & {
  smaller: number;
  same: number;
  bigger: number;
  /** One for each slot; undefined where no call says both. */
  points: readonly (Point | undefined)[];
};

type Told = { day: string; before: number; after: number };

function toldIn(calls: readonly Call[]): Told[] {
  return calls.flatMap(({ day, intensity: before, after }) =>
    before === undefined || after === undefined ? [] : { day, before, after },
  );
}

function mean(told: readonly Told[]): Point | undefined {
  const n = told.length;
  if (n === 0) return undefined;
  const sum = (of: (one: Told) => number) => told.reduce((all, one) => all + of(one), 0);
  return { n, before: sum(({ before }) => before) / n, after: sum(({ after }) => after) / n };
}

export function sizesIn(calls: readonly Call[], slots: Slots): Sizes {
  const told = toldIn(calls);
  const slotted = Map.groupBy(told, ({ day }) => slotOf(slots, day));
  const how = (is: (one: Told) => boolean) => told.filter(is).length;
  return {
    ...(mean(told) ?? { n: 0, before: 0, after: 0 }),
    smaller: how(({ before, after }) => after < before),
    same: how(({ before, after }) => after === before),
    bigger: how(({ before, after }) => after > before),
    points: slots.slots.map((_, at) => mean(slotted.get(at) ?? [])),
  };
}

/** What it mostly was afterwards. */
export function mostly({ smaller, same, bigger }: Sizes): "smaller" | "same" | "bigger" {
  if (smaller >= same && smaller >= bigger) return "smaller";
  return same >= bigger ? "same" : "bigger";
}
