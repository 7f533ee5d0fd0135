import { Outdated, type Row } from "../storage/store.ts";
import { datesMoved, sameDates, writtenOn } from "./dates.ts";
import type { Feed } from "./feed.ts";
import { ancestorsOf, depthsOf } from "./heads.ts";
import { strandedTombstones } from "./outbox.ts";
import { openRow, type Recast, reseal } from "./reseal.ts";
import { slotsAnew } from "./reslot.ts";

/** Up to this difference the phone's own clock holds (rule C1). */
const TOLERANCE_MS = 5 * 60_000;
/** Refused for a reason that may have gone by itself: keys that were put back, a tombstone that came. */
const PASSING = ["over-quota", "later-generation", "no-tombstone"];

/** Puts the outbox in order before anything is sent. */
export async function tidy(feed: Feed): Promise<void> {
  await releaseHeld(feed);
  const unsent = await feed.store.unsent();
  if (unsent.length === 0) return;
  await feed.store.update(await slotsAnew(feed.store, feed.keys));
  const offset = feed.clock.offset ?? 0;
  const dated = Math.abs(offset) > TOLERANCE_MS ? unsent.filter(mayBeMisdated) : [];
  for (const item of new Set(dated.map((row) => row.item))) {
    await unlessOutdated(() => correctDates(feed, item, offset));
  }
  const held = new Set((await feed.store.attention()).map((note) => note.rev));
  for (const { item } of strandedTombstones(unsent, held)) {
    await unlessOutdated(() => freeTombstones(feed, item, held));
  }
}

const mayBeMisdated = (row: Row) =>
  row.dated === undefined && row.seq === null && row.written !== undefined;

/** Somebody wrote meanwhile: the next round looks again. */
async function unlessOutdated(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (trouble) {
    if (!(trouble instanceof Outdated)) throw trouble;
  }
}

/**
 * What another build of the app was refused may go through now. So does what the server has by now,
 * from another device or by a request thought lost.
 */
async function releaseHeld(feed: Feed): Promise<void> {
  const notes = await feed.store.attention();
  if (notes.length === 0) return;
  const rows = await feed.store.rows(notes.map((note) => note.rev));
  const missing = new Set(rows.filter((row) => row.seq === null).map((row) => row.rev));
  const drop = notes.filter(
    ({ rev, build, code }) => build !== feed.build || PASSING.includes(code) || !missing.has(rev),
  );
  if (drop.length > 0) {
    await feed.store.update({ attention: { drop: drop.map((note) => note.rev) } });
  }
}

/** Rule C1: the day of writing, by the server's clock, for an item the server has never had. */
async function correctDates(feed: Feed, item: string, offset: number): Promise<void> {
  const rows = await feed.store.rowsOf(item);
  const written = await writtenByServer(feed, rows, offset);
  const isChanged =
    written !== undefined &&
    (await reseal(feed.store, item, feed.keys, (facts) => {
      const dates = datesMoved(facts, written);
      return sameDates(facts, dates) ? null : { ...facts, ...dates };
    }));
  if (isChanged) return feed.changed([item]);
  await feed.store.update({
    items: [item],
    change: (fresh) => ({ put: fresh.filter(mayBeMisdated).map((row) => ({ ...row, dated: 1 })) }),
  });
}

async function writtenByServer(
  feed: Feed,
  rows: readonly Row[],
  offset: number,
): Promise<string | undefined> {
  if (rows.some((row) => row.seq !== null)) return undefined;
  const depths = depthsOf(rows);
  const depth = (row: Row) => depths.get(row.rev) ?? 0;
  const [first] = rows.filter((row) => row.body !== null).sort((a, b) => depth(a) - depth(b));
  if (first === undefined) return undefined;
  const { at, tz } = JSON.parse((await openRow(first, feed.keys)).plain);
  const instant = Date.parse(String(at));
  if (Number.isNaN(instant)) return undefined;
  const rule = feed.dayRule();
  const zone = typeof tz === "string" ? tz : rule.zone;
  return writtenOn(instant, { offset, now: feed.clock.now() }, { ...rule, zone });
}

/**
 * A tombstone built upon something refused is sealed anew upon what the server does have. What was
 * refused has lost its words by it, and goes: nobody needs it, and it could never be sent.
 */
async function freeTombstones(feed: Feed, item: string, held: ReadonlySet<string>): Promise<void> {
  const rows = await feed.store.rowsOf(item);
  const useless = rows.filter(
    ({ rev, seq, body }) => held.has(rev) && seq === null && body === null,
  );
  const also = useless.map((row) => row.rev);
  const recast: Recast = (facts) => {
    if (facts.del === "no" || !facts.parents.some((parent) => held.has(parent))) return null;
    const there = ancestorsOf(rows, facts.rev).filter((row) => row.seq !== null);
    const named = new Set(there.flatMap((row) => row.parents));
    const parents = there.map((row) => row.rev).filter((rev) => !named.has(rev));
    return { ...facts, parents };
  };
  await reseal(feed.store, item, feed.keys, recast, also);
}
