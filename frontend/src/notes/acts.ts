import { JournalTrouble } from "../errors.ts";
import type { Words } from "../feeds/device.ts";
import { changeProfile } from "../feeds/profile.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import type { Day } from "../streaks/day.ts";
import { type Answered, type AskState, answeredAsk, askOf, moved } from "./ask.ts";
import { type Local, type NoteKind, noteWords } from "./note.ts";

/** Writes a note, or changes one; resolves once it is on the disk. What came since `upon` stays beside it. */
export async function keepNote(
  item: string,
  kind: NoteKind,
  said: Record<string, unknown>,
  upon?: string,
): Promise<void> {
  const device = await theDevice();
  const words = noteWords(kind, said, device.item(item)?.words);
  await device.save({ item, kind: "note", words, ...(upon ? { upon } : {}) });
}

async function change(item: string, part: Partial<Words>): Promise<void> {
  const device = await theDevice();
  const words = device.item(item)?.words;
  if (!words) throw new JournalTrouble("not-here");
  await device.save({ item, kind: "note", words: { ...words, ...part } as Words });
}

/** Ticked, or not any more; what was read leaves a mark on its day, and takes it along when it was not. */
export async function setDone(item: string, done: boolean): Promise<void> {
  const device = await theDevice();
  const note = device.item(item);
  if (note?.words.t !== "read-next") return change(item, { done });
  const { setRead } = await import("./reading.ts");
  await setRead(device, note, done);
}

/** For later; null lets it rest in its list, without a time. */
export const setDue = (item: string, due: Local | null): Promise<void> => change(item, { due });

/** Where an ask for work stands, as the person says it now. */
export async function moveAsk(item: string, state: AskState): Promise<void> {
  const words = (await theDevice()).item(item)?.words;
  if (!words) throw new JournalTrouble("not-here");
  await change(item, moved(askOf(words), state, today.value));
}

/** What a coach answered to an ask, kept with it: where it stands, unless the person has moved it on, and the words. */
export async function noteAnswer(item: string, answer: Answered, on: Day): Promise<void> {
  const words = (await theDevice()).item(item)?.words;
  if (words?.t !== "ask-work" || answer.state === undefined) return;
  await change(item, answeredAsk(askOf(words), answer, on));
}

export async function removeNote(item: string): Promise<void> {
  await (await theDevice()).remove(item, "forget");
}

/** Notes on which day these were first shown, so that they rest from the next one on. */
export async function rememberShown(items: readonly string[]): Promise<void> {
  const shown = Object.fromEntries(items.map((item) => [item, today.value]));
  await changeProfile(await theDevice(), ({ asked }) => ({ asked: { ...asked, ...shown } }));
}
