import { hashOf } from "./bytes.ts";
import { type Members, parseMembers } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/** How far a ledger was followed: the number of its events and the hash of the last ("" before any). */
export type Place = { n: number; hash: string };

export const START: Place = { n: 0, hash: "" };

/**
 * Where the chain of exact event texts leads from a place, and what they say: each hash is SHA-256 of
 * the one before, a line feed and the event. "ledger" when one is missing or another person's.
 */
export async function followLedger(
  from: Place,
  events: readonly string[],
  own: string,
): Promise<{ place: Place; read: Members[] }> {
  let place = from;
  const read: Members[] = [];
  for (const event of events) {
    const said = parseMembers(event);
    if (said["n"] !== place.n + 1 || said["own"] !== own) {
      throw new Ck1Trouble("ledger", "an event is missing, or somebody else's");
    }
    place = { n: place.n + 1, hash: await hashOf(`${place.hash}\n${event}`) };
    read.push(said);
  }
  return { place, read };
}
