import { ids } from "../http/feed.ts";
import { checkStamp, type Feed, placeOf, Refused } from "./feed.ts";
import { offerAgain } from "./offering.ts";
import { digestHere, pull, raise } from "./pull.ts";

/**
 * Heals a difference between this device's set and the server's. What the server lacks is offered
 * again, what this device lacks is read again. `digest` is the server's, at its head.
 */
export async function repair(feed: Feed, digest: string): Promise<void> {
  if (digest === "" || digest === (await digestHere(feed))) return;
  const { epoch } = await placeOf(feed);
  // Read before it is asked for: another tab's push may be answered meanwhile, and was not gone then.
  const before = await feed.store.acknowledged();
  const there = await everyId(feed, epoch);
  const known = new Set(there);
  const gone = before.filter((rev) => !known.has(rev));
  if (gone.length > 0) {
    await offerAgain(feed, gone);
    await raise(
      feed,
      gone.map((rev) => ({ code: "withheld", rev })),
    );
  }
  const here = new Set(await feed.store.acknowledged());
  const missing = there.findIndex((rev) => !here.has(rev));
  if (missing >= 0) await readFrom(feed, missing);
}

/** Every rev of the feed; the one at index i has seq i + 1. */
async function everyId(feed: Feed, epoch: string): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const where = { account: feed.account, epoch, cursor: found.length };
    const answer = await ids(feed.send, where);
    if (!answer.ok) throw new Refused(answer.refusal);
    checkStamp(feed, answer.value, epoch);
    found.push(...answer.value.ids);
    if (!answer.value.more || answer.value.ids.length === 0) return found;
  }
}

async function readFrom(feed: Feed, cursor: number): Promise<void> {
  await feed.store.update({ meta: { cursor } });
  await pull(feed);
}
