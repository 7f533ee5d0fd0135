import type { OpenItem } from "../feeds/device.ts";

/** What somebody made of a tool: how often it was rated, the mean of −1, 0 and +1, how often it was +1. */
export type Effect = { n: number; mean: number; helped: number };
export type Effects = ReadonlyMap<string, Effect>;
/** Entries, any order; only their words are read. */
export type History = readonly Pick<OpenItem, "words">[];

type Use = { technique: string; effect: number; at: number };
type Call = { triggers: readonly unknown[]; at: number; use: Use | undefined };

/** A tool done this long after a rough call was done because of it. */
const BELONGS_MS = 30 * 60_000;
/** From so many times helped on, a tool comes before the others at that trigger. */
const PROVEN = 3;

const instant = (words: OpenItem["words"]) => Date.parse(String(words["at"]));

function useOf(words: OpenItem["words"]): Use | undefined {
  const { technique, effect } = words;
  if (typeof technique !== "string" || typeof effect !== "number") return undefined;
  return { technique, effect, at: instant(words) };
}

const isOf = (sort: string) => (entry: History[number]) => entry.words.t === sort;

function usesIn(history: History): Use[] {
  return history
    .filter(isOf("tool"))
    .map((entry) => useOf(entry.words))
    .filter((use) => use !== undefined);
}

function callsIn(history: History): Call[] {
  return history.filter(isOf("encounter")).map(({ words }) => ({
    triggers: Array.isArray(words["trigger"]) ? words["trigger"] : [],
    at: instant(words),
    use: useOf(words),
  }));
}

function summed(uses: readonly Use[]): Map<string, Effect> {
  const effects = new Map<string, Effect>();
  for (const { technique, effect } of uses) {
    const { n, mean, helped } = effects.get(technique) ?? { n: 0, mean: 0, helped: 0 };
    effects.set(technique, {
      n: n + 1,
      mean: (n * mean + effect) / (n + 1),
      helped: helped + (effect > 0 ? 1 : 0),
    });
  }
  return effects;
}

const follows = (use: Use, call: Call) => use.at >= call.at && use.at - call.at <= BELONGS_MS;

/** A tool done within a rough call is told twice, by the call and by the tool: it counts once. */
function withoutEchoes(calls: readonly Call[], uses: readonly Use[]): Use[] {
  const told = Map.groupBy(calls, (call) => call.use?.technique);
  return uses.filter((use) => !told.get(use.technique)?.some((call) => follows(use, call)));
}

/** How each tool was rated, over everything. */
export function effectsOf(history: History): Effects {
  const calls = callsIn(history);
  const own = calls.map((call) => call.use).filter((use) => use !== undefined);
  return summed([...own, ...withoutEchoes(calls, usesIn(history))]);
}

/** How each tool was rated after calls of one of these triggers: within the call, or soon after it. */
export function effectsAt(history: History, triggers: readonly string[]): Effects {
  return summed(usesAt(history, triggers));
}

function usesAt(history: History, triggers: readonly string[]): Use[] {
  const calls = callsIn(history);
  const here = calls.filter((call) => call.triggers.some((id) => triggers.includes(String(id))));
  const within = here.map((call) => call.use).filter((use) => use !== undefined);
  const later = withoutEchoes(calls, usesIn(history));
  return [...within, ...later.filter((use) => here.some((call) => follows(use, call)))];
}

/** The tools that helped three times or more at these triggers, the most helpful first. */
export function provenAt(history: History, triggers: readonly string[]): string[] {
  return [...effectsAt(history, triggers)]
    .filter(([, { helped }]) => helped >= PROVEN)
    .sort(([, one], [, other]) => other.helped - one.helped)
    .map(([technique]) => technique);
}

/**
 * For sorting: the mean, drawn towards nothing while there is little to go by, so that one good
 * time does not beat nine of ten.
 */
export function weightOf(effect: Effect | undefined): number {
  return effect ? (effect.mean * effect.n) / (effect.n + 2) : 0;
}

/** Tools in the order of what helped; what was never rated keeps its place in the middle. */
export function byEffect<T extends { id: string }>(tools: readonly T[], effects: Effects): T[] {
  const weight = ({ id }: T) => weightOf(effects.get(id));
  return tools.toSorted((one, other) => weight(other) - weight(one));
}
