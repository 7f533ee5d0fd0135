import { JournalTrouble } from "../errors.ts";

/** One of our own hashed JSON files; the service worker keeps them, so this works offline too. */
export async function readAsset<Shape>(address: string): Promise<Shape> {
  const answer = await fetch(address).catch((cause: unknown) => {
    throw new JournalTrouble("no-connection-yet", { cause });
  });
  if (!answer.ok) throw new JournalTrouble("no-connection-yet");
  return (await answer.json()) as Shape;
}
