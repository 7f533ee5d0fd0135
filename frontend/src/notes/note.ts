import type { OpenItem, Words } from "../feeds/words.ts";
import { type Day, dayAfter } from "../streaks/day.ts";
import { isOver } from "./ask.ts";

/** The lists a person keeps beside the journal, in the order in which they stand. */
export const KINDS = [
  "proof",
  "follow-up",
  "ask-work",
  "whom-to-ask",
  "phrase",
  "lesson",
  "scene",
  "for-somebody-new",
  "read-next",
  "own-trigger",
  "own-tool",
] as const;
export type NoteKind = (typeof KINDS)[number];

/** A day and a time on the person's own clock: "2026-11-21T22:10". */
export type Local = string;
export type FollowUp = { item: string; text: string; due: Local | undefined; done: boolean };

/** What is written of a note so far, and the way to write more of it. */
export type Draft = Record<string, unknown>;
export type FieldsProps = { kind: NoteKind; draft: Draft; change: (part: Draft) => void };

type Kept = Pick<OpenItem, "item" | "words">;

const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : "");

export function isNoteKind(name: string | undefined): name is NoteKind {
  return KINDS.some((kind) => kind === name);
}

/** What a note is called in its list. */
export function titleOf({ words }: Kept): string {
  return textOf(words["text"]) || textOf(words["name"]) || textOf(words["happens"]);
}

/** What stands beneath it there: of somebody to ask, what one could ask. */
export const beneath = ({ words }: Kept): string => textOf(words["what"]);

/** The entry that one leaves behind when it is ticked. */
export function markOf({ words }: Pick<OpenItem, "words">): string | undefined {
  return typeof words["mark"] === "string" ? words["mark"] : undefined;
}

export const isDone = ({ words }: Kept): boolean => words["done"] === true || isOver(words);

/** The notes of a kind: what is not done first, in the order in which they are given. */
export function notesAmong<Note extends Kept>(items: readonly Note[], kind: NoteKind): Note[] {
  const own = items.filter((item) => item.words.t === kind && titleOf(item) !== "");
  return own.toSorted((one, other) => Number(isDone(one)) - Number(isDone(other)));
}

export function followUpOf({ item, words }: Kept): FollowUp {
  const { due, done } = words;
  const isLocal = typeof due === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(due);
  return { item, text: textOf(words["text"]), due: isLocal ? due : undefined, done: done === true };
}

/** The time on the wall of a zone. */
export function localOf(instant: Date, zone: string): Local {
  const options = { dateStyle: "short", timeStyle: "short", timeZone: zone } as const;
  // This language writes both the way they are kept.
  const text = new Intl.DateTimeFormat("sv-SE", options).format(instant);
  return text.replace(" ", "T");
}

type Asked = Readonly<Record<string, Day>>;

/**
 * What one wanted to come back to and whose time has come. It is shown on the day on which it first
 * is, and then rests: nothing piles up.
 */
export function dueNow(notes: readonly Kept[], now: Local, asked: Asked, today: Day): FollowUp[] {
  const due = notes
    .filter(({ words }) => words.t === "follow-up")
    .map(followUpOf)
    .filter((one) => !one.done && one.due !== undefined && one.due <= now);
  return due.filter(({ item }) => (asked[item] ?? today) >= today);
}

export type When = "none" | "hour" | "evening" | "tomorrow" | "two-days" | "own";
const EVENING = "T20:00";
const MORNING = "T09:00";
const HOUR_MS = 3_600_000;

/** The moments offered for a next step, as the clock on the wall has them. */
export function offeredTimes(now: Date, zone: string): Partial<Record<When, Local>> {
  const local = localOf(now, zone);
  const date = local.slice(0, 10);
  const evening = `${date}${EVENING}`;
  return {
    hour: localOf(new Date(now.getTime() + HOUR_MS), zone),
    ...(local < evening ? { evening } : {}),
    tomorrow: `${dayAfter(date, 1)}${MORNING}`,
    "two-days": `${dayAfter(date, 2)}${MORNING}`,
  };
}

/** The words of a note as they are kept: what is empty is left out, what a later app keeps stays. */
export function noteWords(kind: NoteKind, said: Record<string, unknown>, before?: Words): Words {
  const whole = { ...before, ...said };
  const kept = Object.entries(whole).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && !value.length),
  );
  return { ...Object.fromEntries(kept), v: 1, t: kind };
}
