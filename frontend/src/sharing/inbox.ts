import { signal } from "@preact/signals";
import { theSharing } from "./acts.ts";
import type { Inbox, Letter } from "./shape.ts";

/** What lies in a coach's inbox now, in memory only. */
export const inbox = signal<Inbox | null>(null);
/** What of it was taken up today. */
export const takenUp = signal<readonly string[]>([]);

export async function lookIn(): Promise<void> {
  const sharing = await theSharing();
  const [found, taken] = await Promise.all([sharing.inbox(), sharing.takenUp()]);
  takenUp.value = taken;
  inbox.value = found;
}

export const letterOf = (item: string): Letter | undefined =>
  inbox.value?.letters.find((one) => one.item === item);

/** Opened: it counts among today's, unless backup is wanted, and what was opened stays in reach. */
export async function tookUp(letter: Letter): Promise<void> {
  const sharing = await theSharing();
  if (!letter.backup) await sharing.takeUp(letter.item);
  await lookIn();
}
