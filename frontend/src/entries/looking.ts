import { computed, effect, signal } from "@preact/signals";
import { t } from "../language/journal.ts";
import { brightSpotsById, feelingsById } from "../library/catalogue.ts";
import { entries, state } from "../shell/device.ts";
import { moodLabel } from "./mood.ts";
import { found, type Named, NOTHING_SOUGHT, type Seek } from "./seek.ts";
import { toolNames } from "./tools.ts";
import { allTriggers } from "./triggers.ts";
import type { Sort } from "./words.ts";

// What somebody looks for says as much as what they write: it is in memory, in no address and in no history.

/** What is looked for now; kept while the app is open, so that the way back from an entry finds it. */
export const seek = signal<Seek>(NOTHING_SOUGHT);
/** What stands in the field. */
export const typed = signal("");

/** Nobody types slower than this; what is found is said once, and not after each letter. */
const STILL_MS = 150;
let waiting: ReturnType<typeof setTimeout> | undefined;

export function type(text: string): void {
  typed.value = text;
  clearTimeout(waiting);
  waiting = setTimeout(() => lookFor({ words: text }), text === "" ? 0 : STILL_MS);
}

export function lookFor(part: Partial<Seek>): void {
  seek.value = { ...seek.value, ...part };
}

export function lookForNothing(): void {
  clearTimeout(waiting);
  typed.value = "";
  seek.value = NOTHING_SOUGHT;
}

export const filters = computed(() => {
  const { sorts, triggers, feelings } = seek.value;
  return sorts.length + triggers.length + feelings.length;
});

export const isLooking = computed(
  () => seek.value.words.trim() !== "" || seek.value.day !== null || filters.value > 0,
);

type Called = readonly (readonly [Exclude<Sort, "unknown">, string])[];

/** The sorts of entry one can look for, as they are called. */
export const sortLabels = computed<Called>(() => [
  ["encounter", t("entry.encounter")],
  ["bright-spot", t("entry.bright-spot")],
  ["check-in", t("entry.check-in")],
  ["before-shift", t("entry.before-shift")],
  ["after-shift", t("entry.after-shift")],
  ["tool", t("entry.tool")],
]);

const named = computed<Named>(() => {
  const things = [
    ...allTriggers.value,
    ...feelingsById.value.values(),
    ...brightSpotsById.value.values(),
  ];
  return new Map([
    ...toolNames.value,
    ...sortLabels.value,
    ...[1, 2, 3, 4, 5].map((mood) => [`mood ${mood}`, moodLabel(mood)] as const),
    ...things.map(({ id, label }) => [id, label] as const),
  ]);
});

/** The entries that are shown: all of them, or what was found. */
export const shown = computed(() => found(entries.value, seek.value, named.value));

/** Another person at the same phone finds nothing of it. */
const who = computed(() => state.value.account?.id);
effect(() => {
  who.value;
  lookForNothing();
});
