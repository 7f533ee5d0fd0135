import { followLedger as follow, START } from "../crypto/ck1/ledger.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Feed } from "../feeds/feed.ts";
import { changeProfile, profileOf } from "../feeds/profile.ts";
import type { LateChange, OpenItem } from "../feeds/words.ts";
import { orThrow } from "../http/answers.ts";
import { type LedgerPage, readLedger, sayAllIsThere } from "../http/sharing.ts";
import type { KeptLedger } from "../storage/store.ts";

type Desk = {
  items(kind: string): readonly OpenItem[];
  save(change: LateChange): Promise<unknown>;
};
type Place = { n: number; hash: string };
/** How far one of this person's devices has seen it, and before or after which restore. */
type Told = Place & { epoch?: string };

const BROKEN = "broken-ledger";
/** The stores whose ledger was read from its first line since the app was opened. */
const readWhole = new WeakSet<object>();

/**
 * Follows this person's ledger to its end, after a sync. It has to pass every place that was seen before, here or on
 * another device; where it does not, that is an alarm. After a restore what it said before is kept beside it, and of a
 * server that was restored nothing is asked that was seen before.
 */
export async function followLedger(feed: Feed, desk: Desk): Promise<void> {
  const { epoch, ledger } = await feed.store.meta();
  if (epoch === "") return;
  const kept = beginFrom(ledger, epoch);
  const { events, last } = await readOn(feed, epoch, kept.events);
  if (!beginsWith(events, kept.events)) return raise(feed);
  const known = toldIn(desk).filter((one) => (one.epoch ?? epoch) === epoch);
  const place = await endOf({ ...kept, events }, known, feed.account);
  if (place === null || !isSame(place, last)) return raise(feed);
  await keep(feed, { ...kept, ...place, events });
  if (!last.served) orThrow(await sayAllIsThere(feed.send, { account: feed.account, epoch }));
  const told = profileOf(desk)["ledger"] as Told | undefined;
  const isTold = told !== undefined && isSame(place, told) && told.epoch === epoch;
  if (place.n > 0 && !isTold) await tell(feed, desk, { ...place, epoch });
}

/** What each head of the profile says, for two devices may have written it apart. */
function toldIn(desk: Desk): Told[] {
  const heads = desk.items("profile").flatMap((item) => [item, ...item.others]);
  return heads.flatMap(({ words }) => (words["ledger"] ?? []) as Told | Told[]);
}

/** Where the chain ends; null where a link is missing, or it never passed what was known. */
async function endOf(kept: KeptLedger, known: readonly Told[], own: string) {
  try {
    for (const one of known) if (!(await wasSeen(kept, one, own))) return null;
    return (await follow(START, kept.events, own)).place;
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return null;
    throw trouble;
  }
}

/** Where nobody noted the epoch, what was kept from before the restore counts as well. */
async function wasSeen(kept: KeptLedger, { epoch, ...place }: Told, own: string) {
  if (await passes(kept.events, place, own)) return true;
  return epoch === undefined && passes(kept.before, place, own);
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

const beginsWith = (events: readonly string[], kept: readonly string[]) =>
  kept.every((event, at) => event === events[at]);

/** What came since; and once in each opening of the app all of it, for a line may have been changed that was read long ago. */
async function readOn(feed: Feed, epoch: string, kept: readonly string[]) {
  const events = readWhole.has(feed.store) ? [...kept] : [];
  readWhole.add(feed.store);
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
async function tell(feed: Feed, desk: Desk, ledger: Told): Promise<void> {
  const state = { account: { id: feed.account }, unlocked: true };
  await changeProfile({ state, ...desk }, () => ({ ledger }));
}
