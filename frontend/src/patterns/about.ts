/** What there is to say about one trigger. Pure. */

import { ASPECTS, type Aspect } from "../entries/aspect.ts";
import { effectsAt, weightOf } from "../techniques/effects.ts";
import { isEnough } from "./counts.ts";
import type { Call, Entry } from "./seen.ts";

export type AspectCount = { id: Aspect; n: number };
export type About = {
  n: number;
  /** The mean size, where enough calls say one. */
  size: number | undefined;
  /** How often each was said to be it, the most often first, and of how many. */
  aspects: readonly AspectCount[];
  said: number;
  /** What helped there most, with how often and of how many times. */
  helped: { id: string; n: number; of: number } | undefined;
};

/** What about it gets to somebody; nothing was said of most calls, and that is fine. */
export function aspectsOf(calls: readonly Call[]): AspectCount[] {
  return ASPECTS.map((id) => ({ id, n: calls.filter(({ aspect }) => aspect === id).length }))
    .filter(({ n }) => n > 0)
    .toSorted((one, other) => other.n - one.n);
}

/** How many calls say one. */
export const saidIn = (aspects: readonly AspectCount[]): number =>
  aspects.reduce((sum, { n }) => sum + n, 0);

/** The one it mostly is: more often than the others together. */
export function mainAspect(aspects: readonly AspectCount[]): Aspect | undefined {
  const said = saidIn(aspects);
  const [first] = aspects;
  return first && isEnough(said) && first.n * 2 > said ? first.id : undefined;
}

export function aboutTrigger(
  trigger: string,
  calls: readonly Call[],
  entries: readonly Entry[],
): About {
  const here = calls.filter(({ triggers }) => triggers.includes(trigger));
  const sizes = here.flatMap(({ intensity }) => intensity ?? []);
  const aspects = aspectsOf(here);
  return {
    n: here.length,
    size: isEnough(sizes.length)
      ? sizes.reduce((sum, one) => sum + one, 0) / sizes.length
      : undefined,
    aspects,
    said: saidIn(aspects),
    helped: helpedAt(trigger, entries),
  };
}

function helpedAt(trigger: string, entries: readonly Entry[]): About["helped"] {
  const effects = [...effectsAt(entries, [trigger])]
    .filter(([, { n, helped }]) => isEnough(n) && helped > 0)
    .sort(([, one], [, other]) => weightOf(other) - weightOf(one));
  const [best] = effects;
  return best && { id: best[0], n: best[1].helped, of: best[1].n };
}
