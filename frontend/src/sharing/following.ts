import { followLedger as follow, START } from "../crypto/ck1/ledger.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Feed } from "../feeds/feed.ts";
import { changeProfile, profileOf } from "../feeds/profile.ts";
import type { Change, OpenItem } from "../feeds/words.ts";
import { orThrow } from "../http/answers.ts";
import { type LedgerPage, readLedger, sayAllIsThere } from "../http/sharing.ts";
import type { KeptLedger } from "../storage/store.ts";

type Desk = { items(kind: string): readonly OpenItem[]; save(change: Change): Promise<unknown> };
type Place = { n: number; hash: string };

const BROKEN = "broken-ledger";

/**
 * Follows this person's ledger to its end, after a sync. It has to pass every place that was seen before, here or on
 * another device; where it does not, that is an alarm. After a restore what it said before is kept beside it.
 */
export async function followLedger(feed: Feed, desk: Desk): Promise<void> {
  const { epoch, ledger } = await feed.store.meta();
  if (epoch === "") return;
  const kept = beginFrom(ledger, epoch);
  const { events, last } = await readOn(feed, epoch, kept.events);
  const known = (profileOf(desk)["ledger"] ?? START) as Place;
  const place = await endOf({ ...kept, events }, known, feed.account);
  if (place === null || !isSame(place, last)) return raise(feed);
  await keep(feed, { ...kept, ...place, events });
  if (!last.served) orThrow(await sayAllIsThere(feed.send, { account: feed.account, epoch }));
  if (!isSame(place, known)) await tell(feed, desk, place);
}

/** Where the chain ends; null where a link is missing, or it never passed what was known. */
async function endOf(kept: KeptLedger, known: Place, own: string): Promise<Place | null> {
  try {
    const isKnownHere = await passes(kept.events, known, own);
    const wasKnown = isKnownHere || (await passes(kept.before, known, own));
    return wasKnown ? (await follow(START, kept.events, own)).place : null;
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return null;
    throw trouble;
  }
}

const isSame = (one: Place, other: Place) => one.n === other.n && one.hash === other.hash;

async function passes(events: readonly string[], known: Place, own: string): Promise<boolean> {
  const { place } = await follow(START, events.slice(0, known.n), own);
  return isSame(place, known);
}

function beginFrom(kept: KeptLedger | null, epoch: string): KeptLedger {
  if (kept?.epoch === epoch) return kept;
  return { epoch, ...START, events: [], before: kept?.events ?? [] };
}

async function readOn(feed: Feed, epoch: string, from: readonly string[]) {
  const events = [...from];
  for (;;) {
    const where = { account: feed.account, epoch };
    const last: LedgerPage = orThrow(await readLedger(feed.send, where, events.length));
    events.push(...last.events);
    if (!last.more || last.events.length === 0) return { events, last };
  }
}

async function keep(feed: Feed, ledger: KeptLedger): Promise<void> {
  await feed.store.update({
    meta: ({ alarms }) => ({ ledger, alarms: alarms.filter(({ code }) => code !== BROKEN) }),
  });
}

async function raise(feed: Feed): Promise<void> {
  await feed.store.update({
    meta: ({ alarms }) => ({
      alarms: [...alarms.filter(({ code }) => code !== BROKEN), { code: BROKEN }],
    }),
  });
}

/** How far it was followed, for this person's other devices to hold it against. */
async function tell(feed: Feed, desk: Desk, { n, hash }: Place): Promise<void> {
  const state = { account: { id: feed.account }, unlocked: true };
  await changeProfile({ state, ...desk }, () => ({ ledger: { n, hash } }));
}
