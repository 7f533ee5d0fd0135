/** What was on the list to read, and is read: something good of its day. */
import { newId } from "../crypto/ids.ts";
import { momentOf, wordsOf } from "../entries/words.ts";
import type { Device } from "../feeds/device.ts";
import type { Change, OpenItem, Words } from "../feeds/words.ts";
import { markOf } from "./note.ts";

/** The good thing that something read is kept as. */
const LEARNED = "learned-something";

type Kept = Pick<OpenItem, "item" | "words">;

/** Ticked, it leaves a mark on its day: the note and an entry are written together, or neither is. */
export async function setRead(device: Device, note: OpenItem, done: boolean): Promise<void> {
  const { item, words } = note;
  if (done) await device.saveAll(readChanges({ item, words }, newId(), new Date()));
  else await takeBack(device, note);
}

function readChanges({ item, words }: Kept, entry: string, now: Date): Change[] {
  if (markOf({ words })) return [noteChange(item, words, { done: true })];
  const told = { bright: LEARNED, text: words["text"], ...momentOf(now) };
  return [
    noteChange(item, words, { done: true, mark: entry }),
    { item: entry, kind: "entry", words: wordsOf("bright-spot", told) },
  ];
}

/** Not read after all: the note without its mark, and no mark. */
async function takeBack(device: Device, note: OpenItem): Promise<void> {
  const { mark: _mark, ...rest } = note.words;
  await device.save(noteChange(note.item, rest, { done: false }));
  const entry = device.item(markOf(note) ?? "");
  if (entry && isJustAMark(entry, note)) await device.remove(entry.item, "forget");
}

function noteChange(item: string, words: Words, part: object): Change {
  return { item, kind: "note", words: { ...words, ...part } };
}

/** Whether the entry is still just what the tick wrote: what somebody changed since is theirs, and stays. */
function isJustAMark(entry: OpenItem, note: OpenItem): boolean {
  const { bright, text, t } = entry.words;
  return t === "bright-spot" && bright === LEARNED && text === note.words["text"];
}
