import type { OpenItem } from "../feeds/words.ts";
import type { EntryView, Sort } from "./words.ts";
import { viewOf } from "./words.ts";

/** Without accents and in small letters, so that *Beschwérde* is found by *beschwerde*. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** The words that are looked for, each once. */
export const wordsIn = (typed: string): string[] => [
  ...new Set(fold(typed).split(/\s+/).filter(Boolean)),
];

/** Ids, instants and what only the app asks by: nobody would look for these. */
const NO_TEXT = [
  ...["v", "t", "at", "tz", "changed_at", "trigger", "feelings", "bright", "technique", "drill"],
  ...["id", "kind", "shift_on", "ready", "carried", "cards"],
];

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    NO_TEXT.includes(name) ? [] : textsIn(part),
  );
}

/** What was made searchable once stays so, until the item is changed. */
const known = new WeakMap<OpenItem, { view: EntryView; folded: string }>();

function readingOf(item: OpenItem): { view: EntryView; folded: string } {
  const found = known.get(item);
  if (found) return found;
  const reading = { view: viewOf(item), folded: fold(textsIn(item.words).join("\n")) };
  known.set(item, reading);
  return reading;
}

/** An entry as it is read; once for all who ask. */
export const viewIn = (item: OpenItem): EntryView => readingOf(item).view;

/** What an entry has to have: every word, and of each list that is not empty one. */
export type Seek = {
  words: string;
  sorts: readonly Sort[];
  triggers: readonly string[];
  feelings: readonly string[];
  day: string | null;
};
export const NOTHING_SOUGHT: Seek = { words: "", sorts: [], triggers: [], feelings: [], day: null };

/** What is not the person's own text and can be found by its name all the same, by id. */
export type Named = ReadonlyMap<string, string>;

/** Makes these searchable before anybody looks for something, a few at a time. */
export function readAhead(items: readonly OpenItem[]): void {
  for (const item of items) readingOf(item);
}

const hasOne = (wanted: readonly string[], some: readonly string[]) =>
  wanted.length === 0 || some.some((id) => wanted.includes(id));

/** The entries that have all that is sought, in the order given. */
export function found(items: readonly OpenItem[], seek: Seek, named: Named): readonly OpenItem[] {
  const words = wordsIn(seek.words);
  const isAll = seek.day === null && words.length === 0;
  if (isAll && seek.sorts.length + seek.triggers.length + seek.feelings.length === 0) return items;
  const names = [...named].map(([id, label]) => [id, fold(label)] as const);
  const byName = words.map(
    (word) => new Set(names.filter(([, label]) => label.includes(word)).map(([id]) => id)),
  );
  return items.filter((item) => {
    if (seek.day !== null && item.day !== seek.day) return false;
    const { view, folded } = readingOf(item);
    return isWanted(view, seek) && words.every((word, at) => says(view, folded, word, byName[at]));
  });
}

function isWanted({ sort, triggers, feelings }: EntryView, seek: Seek): boolean {
  return (
    hasOne(seek.sorts, [sort]) && hasOne(seek.triggers, triggers) && hasOne(seek.feelings, feelings)
  );
}

function says(view: EntryView, folded: string, word: string, ids: ReadonlySet<string> | undefined) {
  if (folded.includes(word)) return true;
  if (!ids?.size) return false;
  const { sort, triggers, feelings, bright, tool, mood } = view;
  const things = [bright, tool].filter((id) => id !== undefined);
  const own = [sort, ...triggers, ...feelings, ...things, `mood ${mood}`];
  return own.some((id) => ids.has(id));
}
