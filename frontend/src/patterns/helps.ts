/** What helps, by one's own word and by how big it was afterwards. Pure. */
import { viewOf } from "../entries/words.ts";
import { effectsOf, weightOf } from "../techniques/effects.ts";
import { isEnough } from "./counts.ts";
import type { Entry } from "./seen.ts";

/** How much smaller it was after a tool: the mean over `n` times, and the least and the most. */
export type Change = { n: number; mean: number; least: number; most: number };
/** A tool: how often it was rated and how often it helped, and the change where before and after are known. */
export type Help = { id: string; n: number; helped: number; weight: number; change?: Change };

type Use = { technique: string; smaller: number };

/** How much smaller it was: a call with a tool in it says both sizes, and so may a tool done by itself. */
function useIn(entry: Entry): Use[] {
  const { technique, before: told } = entry.words;
  const { sort, intensity, after } = viewOf(entry);
  const before = { encounter: intensity, tool: told }[sort as string];
  if (typeof technique !== "string" || typeof before !== "number" || !after) return [];
  return [{ technique, smaller: before - after }];
}

function changesIn(entries: readonly Entry[]): Map<string, Change> {
  const uses = Map.groupBy(entries.flatMap(useIn), ({ technique }) => technique);
  const changed = (some: readonly Use[]) => changeOf(some.map(({ smaller }) => smaller));
  return new Map([...uses].map(([technique, some]) => [technique, changed(some)]));
}

function changeOf(smaller: readonly number[]): Change {
  return {
    n: smaller.length,
    mean: smaller.reduce((sum, one) => sum + one, 0) / smaller.length,
    least: Math.min(...smaller),
    most: Math.max(...smaller),
  };
}

/** Every tool that was rated or measured, in the toolkit's own order: what helps most first. */
export function helpsIn(entries: readonly Entry[]): Help[] {
  const effects = effectsOf(entries);
  const changes = changesIn(entries);
  return [...new Set([...effects.keys(), ...changes.keys()])]
    .map((id): Help => {
      const effect = effects.get(id);
      const change = changes.get(id);
      const rated = { n: effect?.n ?? 0, helped: effect?.helped ?? 0, weight: weightOf(effect) };
      return { id, ...rated, ...(change ? { change } : {}) };
    })
    .sort(
      (one, other) =>
        other.weight - one.weight || meanOf(other) - meanOf(one) || (one.id < other.id ? -1 : 1),
    );
}

const meanOf = ({ change }: Help) => change?.mean ?? 0;

/** Whether a tool was rated or measured often enough to say anything of it. */
export const isTold = ({ n, change }: Help): boolean => isEnough(n) || isEnough(change?.n ?? 0);
