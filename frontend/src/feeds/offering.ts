import type { Row } from "../storage/store.ts";
import type { Feed } from "./feed.ts";
import { merge } from "./merge.ts";
import { alarmsAfter, judge, type Verdict } from "./verify.ts";

/**
 * The server had these and has them no more: it came back from a backup, or lies. What was kept here
 * unread is looked at anew first: its keys may have come, and no other device may have it.
 */
export async function offerAgain(feed: Feed, revs: readonly string[]): Promise<void> {
  const rows = await feed.store.rows(revs);
  const sound = await soundByNow(feed, rows);
  const items = [...rows, ...sound.map(({ row }) => row)].map((row) => row.item);
  const named = new Set(revs);
  await feed.store.update({
    items,
    change: (fresh) => {
      const unread = new Set(fresh.filter((row) => row.bad !== undefined).map((row) => row.rev));
      const read = merge(
        fresh,
        sound.filter(({ row }) => unread.has(row.rev)),
      );
      const now = new Map([...fresh, ...read].map((row) => [row.rev, row]));
      const offered = [...now.values()].filter((row) => named.has(row.rev)).map(asOffered);
      return { put: [...read.filter((row) => !named.has(row.rev)), ...offered] };
    },
    meta: ({ alarms }) => ({
      alarms: alarmsAfter(alarms, [], new Set(sound.map(({ row }) => row.rev))),
    }),
  });
  feed.changed(items);
}

/** Its dates the server has taken before: they are not looked at again. */
const asOffered = (row: Row): Row => ({
  ...row,
  seq: null,
  dated: 1,
  unsent: row.bad === undefined ? 1 : row.unsent,
});

async function soundByNow(feed: Feed, rows: readonly Row[]): Promise<Verdict[]> {
  const verdicts = await Promise.all(
    rows.flatMap(({ rev, body, slot, bad }) =>
      bad === undefined || body === null
        ? []
        : judge({ seq: 0, rev, body, slot }, undefined, feed.keys),
    ),
  );
  return verdicts.filter(({ row }) => row.bad === undefined);
}
