import type { OpenItem, Words } from "../feeds/device.ts";
import type { Aspect } from "./aspect.ts";

// The insides of an entry, as the item page shapes them; a screen writes no other member.
export type Moment = { at: string; tz: string };
export type Close = { kind: "step" | "none" | "prompt"; text?: string };
/** Said at the end of a rough call, before a shift ends. */
export type Ready = "yes" | "minute" | "person" | "shift-over";
export type Encounter = Moment & {
  trigger: string[];
  intensity: number;
  feelings?: string[];
  text?: string;
  technique?: string;
  effect?: number;
  prompt?: { id: string; answer: string };
  after?: number;
  close?: Close;
  /** What about it got to the person most. */
  aspect?: Aspect | undefined;
  ready?: Ready;
  /** Null while the next day may ask, absent where it was not wanted. */
  carried?: boolean | null | undefined;
  /** The day its shift began on; null where that was taken back. */
  shift_on?: string | null;
};

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);
const textOf = (value: unknown): string | undefined => (isText(value) ? value : undefined);
const level = (value: unknown): number | undefined =>
  typeof value === "number" && value >= 1 && value <= 5 ? value : undefined;

/** This instant and the zone it is lived in; only sealed words carry the minute. */
export function momentOf(now: Date): Moment {
  const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { at: `${now.toISOString().slice(0, 19)}Z`, tz };
}

/** Leaves out what was not answered: an empty member says nothing and takes room. */
export function wordsOf(t: string, members: Record<string, unknown>): Words {
  const answered = Object.entries(members).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && !value.length),
  );
  return { v: 1, t, ...Object.fromEntries(answered) };
}

export type Sort =
  | "encounter"
  | "check-in"
  | "bright-spot"
  | "before-shift"
  | "after-shift"
  | "tool"
  | "unknown";

export type EntryView = {
  sort: Sort;
  triggers: string[];
  feelings: string[];
  intensity: number | undefined;
  after: number | undefined;
  mood: number | undefined;
  bright: string | undefined;
  /** The tool that was used, by its id. */
  tool: string | undefined;
  text: string;
  step: string;
  at: string;
  tz: string | undefined;
};

const SORTS: readonly string[] = [
  "encounter",
  "check-in",
  "bright-spot",
  "before-shift",
  "after-shift",
  "tool",
] satisfies Sort[];

function sortOf({ v, t = "" }: Words): Sort {
  return v === 1 && SORTS.includes(t) ? (t as Sort) : "unknown";
}

function stepOf(close: unknown): string {
  const { kind, text } = (close ?? {}) as Partial<Close>;
  return kind === "step" && isText(text) ? text : "";
}

/** What a screen shows of an entry, whatever wrote it: a missing or foreign member shows nothing. */
export function viewOf({ words }: Pick<OpenItem, "words">): EntryView {
  const { answer } = (words["prompt"] ?? {}) as { answer?: unknown };
  const text = [words["text"], words["line"], answer, words["parked"], ...texts(words["good"])];
  return {
    sort: sortOf(words),
    triggers: texts(words["trigger"]),
    feelings: texts(words["feelings"]),
    intensity: level(words["intensity"]),
    after: level(words["after"]),
    mood: level(words["mood"]),
    bright: textOf(words["bright"]),
    tool: textOf(words["technique"]),
    text: text.filter(isText).join("\n"),
    step: stepOf(words["close"]),
    at: textOf(words["at"]) ?? "",
    tz: textOf(words["tz"]),
  };
}

/** The triggers used lately, newest first, each once: what comes again is one tap away. */
export function recentTriggers(items: readonly OpenItem[], most: number): string[] {
  const seen = new Set<string>();
  for (const item of items) {
    for (const trigger of viewOf(item).triggers) seen.add(trigger);
    if (seen.size >= most) break;
  }
  return [...seen].slice(0, most);
}
