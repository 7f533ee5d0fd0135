import type { OpenItem } from "../feeds/words.ts";
import type { Drill } from "../library/catalogue.ts";

type History = readonly Pick<OpenItem, "words">[];

/** What can be practised, in the order in which it is offered. */
export const TAGS = [
  "redirect",
  "choice",
  "when",
  "why",
  "acknowledge",
  "reflect",
  "honest",
  "other-angle",
  "limit",
  "backup",
] as const;
export const LEVELS = [1, 2, 3] as const;

/** How often each drill was done. */
export function timesDone(history: History): Map<string, number> {
  const times = new Map<string, number>();
  for (const { words } of history) {
    const { t, drill } = words;
    if (t === "tool" && typeof drill === "string") times.set(drill, (times.get(drill) ?? 0) + 1);
  }
  return times;
}

export function drillsFor(tag: string, drills: readonly Drill[]): Drill[] {
  return drills.filter(({ tags }) => tag === "" || tags.includes(tag));
}

/**
 * The drill to offer: done least often, the easiest first, in the library's order. One with a note
 * about what it holds is never offered; who wants it opens it.
 */
export function nextDrill(drills: readonly Drill[], history: History): Drill | undefined {
  const done = timesDone(history);
  const times = ({ id }: Drill) => done.get(id) ?? 0;
  return drills
    .filter(({ content_note: note }) => note === undefined)
    .toSorted((one, other) => times(one) - times(other) || one.level - other.level)[0];
}

/** Drills for what set it off. */
export function drillsAfter(triggers: readonly string[], drills: readonly Drill[]): Drill[] {
  return drills.filter(({ trigger_ids: ids }) => ids.some((id) => triggers.includes(id)));
}
