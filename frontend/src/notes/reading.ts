/** What was on the list to read, and is read: something good of its day. */
import { momentOf, wordsOf } from "../entries/words.ts";
import type { Change, OpenItem, Words } from "../feeds/words.ts";

/** The good thing that something read is kept as. */
const LEARNED = "learned-something";
const LIST = "read-next";

type Kept = Pick<OpenItem, "item" | "words">;

/** The entry that a ticked one left behind. */
export function markOf({ words }: Pick<OpenItem, "words">): string | undefined {
  return typeof words["mark"] === "string" ? words["mark"] : undefined;
}

/** Ticked, it leaves a mark on its day: the note and an entry, written together, under the id that is given. */
export function readChanges({ item, words }: Kept, entry: string, now: Date): Change[] {
  if (words.t !== LIST || markOf({ words })) return [noteChange(item, words, { done: true })];
  const told = { bright: LEARNED, text: words["text"], ...momentOf(now) };
  return [
    noteChange(item, words, { done: true, mark: entry }),
    { item: entry, kind: "entry", words: wordsOf("bright-spot", told) },
  ];
}

/** Not read after all: the note without its mark. */
export function unreadChange({ item, words }: Kept): Change {
  const { mark: _mark, ...rest } = words;
  return noteChange(item, rest, { done: false });
}

function noteChange(item: string, words: Words, part: object): Change {
  return { item, kind: "note", words: { ...words, ...part } };
}

/** Whether the entry is still just what the tick wrote: what somebody changed since is theirs, and stays. */
export function isJustAMark(
  entry: Pick<OpenItem, "words">,
  note: Pick<OpenItem, "words">,
): boolean {
  const { bright, text, t } = entry.words;
  return t === "bright-spot" && bright === LEARNED && text === note.words["text"];
}
