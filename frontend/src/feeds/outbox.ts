import type { Result } from "../http/feed.ts";
import type { Plan, Row, Store } from "../storage/store.ts";
import { depthsOf, descendantsOf } from "./heads.ts";
import { isTombstone, outgoing } from "./rows.ts";

const MOST_REVS = 100;
/** Below the server's 1 MiB, with room for the frame around the revisions. */
const MOST_BYTES = 1_000_000;

/**
 * What can be sent now, out of all rows of the items concerned. A revision goes once its parents
 * are on the server; an emptied one goes with, or after, a tombstone below it.
 */
export function nextBatch(
  rows: readonly Row[],
  held: ReadonlySet<string>,
  most = MOST_REVS,
): Row[] {
  const byItem = [...Map.groupBy(rows, (row) => row.item).values()];
  const order = byItem.toSorted((a, b) => Number(takesBack(b)) - Number(takesBack(a)));
  return capped(
    order.flatMap((some) => readyOf(some, held)),
    most,
  );
}

/** Whether it takes a copy from its reader; that goes before everything else. */
const takesBack = (rows: readonly Row[]) =>
  rows.some((row) => row.kind === "copy" && row.unsent === 1 && isTombstone(row));

/** A copy goes with its grant and consent, in a request of its own. */
export const isToGive = (row: Row): boolean => row.share !== undefined && row.body !== null;

/**
 * Of one item; a tombstone stands beside what it empties, the nearest first: where a cut parts
 * them, the server can still tell of each why it is empty.
 */
function readyOf(rows: readonly Row[], held: ReadonlySet<string>): Row[] {
  const waiting = rows.filter((row) => row.unsent === 1 && !held.has(row.rev) && !row.bad);
  const byRev = new Map(rows.map((row) => [row.rev, row]));
  const whole = waiting.filter(
    (row) => row.body !== null && !isToGive(row) && parentsAreThere(row, byRev),
  );
  const going = new Set(whole.map((row) => row.rev));
  const isReason = (row: Row) => isTombstone(row) && (row.seq !== null || going.has(row.rev));
  const bare = waiting.filter(
    (row) => row.body === null && descendantsOf(rows, row.rev).some(isReason),
  );
  const depths = bare.length > 1 ? depthsOf(rows) : new Map<string, number>();
  const depth = (row: Row) => depths.get(row.rev) ?? 0;
  return [...whole, ...bare.sort((a, b) => depth(b) - depth(a))];
}

function parentsAreThere(row: Row, byRev: ReadonlyMap<string, Row>): boolean {
  return row.parents.every((parent) => {
    const known = byRev.get(parent);
    return known === undefined || known.seq !== null || (known.body === null && row.del !== "no");
  });
}

function capped(rows: readonly Row[], most: number): Row[] {
  const batch: Row[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, most)) {
    bytes += JSON.stringify(outgoing(row)).length + 1;
    if (batch.length > 0 && bytes > MOST_BYTES) break;
    batch.push(row);
  }
  return batch;
}

/** Tombstones that wait in vain: something they were built upon was refused. */
export function strandedTombstones(rows: readonly Row[], held: ReadonlySet<string>): Row[] {
  return rows.filter(
    (row) =>
      row.unsent === 1 &&
      row.seq === null &&
      isTombstone(row) &&
      row.parents.some((parent) => held.has(parent)),
  );
}

/** What of a store can be sent now. */
export async function waitingBatch(store: Store, most?: number): Promise<Row[]> {
  const unsent = await store.unsent();
  if (unsent.length === 0) return [];
  const held = new Set((await store.attention()).map((note) => note.rev));
  const items = [...new Set(unsent.map((row) => row.item))];
  const rows = (await Promise.all(items.map((item) => store.rowsOf(item)))).flat();
  return nextBatch(rows, held, most);
}

/**
 * The one place where the outbox is emptied: by what was applied, or was there already; and only
 * while the store stands where it was asked, for in a browser without locks another tab may have
 * begun anew meanwhile.
 */
export function settleAnswered(
  store: Store,
  batch: readonly Row[],
  results: ReadonlyMap<string, Result>,
  when: NonNullable<Plan["when"]>,
): Promise<readonly Row[]> {
  return store.update({
    when,
    items: batch.map((row) => row.item),
    change: (rows) => ({ put: rows.flatMap((row) => acknowledged(row, results.get(row.rev))) }),
  });
}

function acknowledged(row: Row, result: Result | undefined): Row[] {
  if (result === undefined || result.status === "rejected") return [];
  return [{ ...row, unsent: 0, seq: result.seq ?? row.seq }];
}
