import { computed, signal } from "@preact/signals";
import { changeProfile, type Profile, profileOf } from "../feeds/profile.ts";
import {
  type Technique,
  type Trigger,
  techniqueFile,
  triggerFile,
  triggersById,
} from "../library/catalogue.ts";
import { ownTools, ownTriggers } from "../notes/own.ts";
import { entries, itemsOf, theDevice } from "../shell/device.ts";
import { type Kit, offerTools, type Situation } from "./offer.ts";

/** How a person likes a breath to be guided. */
export type BreathWay = { holds: boolean; vibrate: boolean };

export const MOST_PINNED = 5;

/** Asks for what the toolkit names. */
export function loadTools(): void {
  techniqueFile.load();
  triggerFile.load();
}

const profile = computed(() => profileOf({ items: itemsOf }));

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

const pinnedIn = (now: Profile) => texts(now["pinned_tools"]).slice(0, MOST_PINNED);
const droppedIn = (now: Profile) => texts(now["dropped_tools"]);
export const pinned = computed(() => pinnedIn(profile.value));
export const dropped = computed(() => droppedIn(profile.value));
export const chosenName = computed(() => String(profile.value["name"] ?? ""));
export const lightLine = computed(() => String(profile.value["light_line"] ?? ""));
/** What was chosen a moment ago holds at once; the profile says it from then on. */
const justChosen = signal<Partial<BreathWay>>({});
export const breathWay = computed<BreathWay>(() => {
  const { holds = true, vibrate = true } = (profile.value["breath"] ?? {}) as Partial<BreathWay>;
  return { holds, vibrate, ...justChosen.value };
});

/** The library's tools and the person's own, those taken out as well. */
export const allTools = computed<readonly Technique[]>(() => [
  ...(techniqueFile.read.value?.techniques ?? []),
  ...ownTools(),
]);

export const toolsById = computed(() => new Map(allTools.value.map((tool) => [tool.id, tool])));

export const isOwn = ({ id }: Pick<Technique, "id">) => id.startsWith("custom-");

/** The library's triggers and the person's own, with what the person chose for them. */
const knownTriggers = computed(
  () =>
    new Map<string, Pick<Trigger, "safety" | "first_offer">>([
      ...triggersById.value,
      ...ownTriggers().map((trigger) => [trigger.id, trigger] as const),
    ]),
);

const kit = computed<Kit>(() => ({
  tools: allTools.value,
  triggers: knownTriggers.value,
  dropped: dropped.value,
}));

/** What to offer somebody now, by everything this device knows; empty until the library is loaded. */
export function offersFor(situation: Omit<Situation, "at" | "history">): Technique[] {
  return offerTools({ ...situation, at: new Date(), history: entries.value }, kit.value);
}

async function change(part: (now: Profile) => Record<string, unknown>): Promise<void> {
  await changeProfile(await theDevice(), part);
}

const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id);

/** Keeps a tool at hand, up to five of them. */
export function pinTool(id: string): Promise<void> {
  return change((now) => ({
    pinned_tools: [...without(pinnedIn(now), id), id].slice(0, MOST_PINNED),
  }));
}

export function unpinTool(id: string): Promise<void> {
  return change((now) => ({ pinned_tools: without(pinnedIn(now), id) }));
}

/** Takes a tool out of the kit: it is never offered again, until it is brought back. */
export function dropTool(id: string): Promise<void> {
  return change((now) => ({
    dropped_tools: [...without(droppedIn(now), id), id],
    pinned_tools: without(pinnedIn(now), id),
  }));
}

export function bringBackTool(id: string): Promise<void> {
  return change((now) => ({ dropped_tools: without(droppedIn(now), id) }));
}

export function keepBreathWay(way: Partial<BreathWay>): Promise<void> {
  justChosen.value = { ...justChosen.value, ...way };
  return change(() => ({ breath: { ...breathWay.value, ...way } }));
}

/** Keeps how somebody calls themselves, or their light line; an empty one is not kept. */
export async function keepOwnWords(words: { name?: string; light_line?: string }): Promise<void> {
  const said = Object.entries(words).filter(([, text]) => text?.trim());
  const isNew = said.some(([key, text]) => profile.value[key] !== text);
  if (isNew) await change(() => Object.fromEntries(said));
}
