import type { Row } from "../storage/store.ts";
import { isTombstone } from "./rows.ts";

/**
 * The heads of one item: revisions nobody has built upon. The first is the one to show. What only
 * the server says, unread or without its words and nobody knows why, replaces nothing.
 */
export function headsOf(rows: readonly Row[]): Row[] {
  const good = rows.filter((row) => row.bad === undefined && !isHearsay(row));
  const named = new Set(good.flatMap((row) => row.parents));
  const depths = depthsOf(good);
  const depth = (row: Row) => depths.get(row.rev) ?? 0;
  return good
    .filter((row) => !named.has(row.rev))
    .sort(
      (a, b) =>
        Number(isTombstone(a)) - Number(isTombstone(b)) ||
        depth(b) - depth(a) ||
        (a.rev < b.rev ? 1 : -1),
    );
}

const isHearsay = (row: Row) => row.hollow !== undefined && row.body === null;

/** The longest way from each revision back to a first one; a parent not held here counts as first. */
export function depthsOf(rows: readonly Row[]): Map<string, number> {
  const byRev = new Map(rows.map((row) => [row.rev, row]));
  const depths = new Map<string, number>();
  const waiting = rows.map((row) => row.rev);
  const begun = new Set<string>();
  for (let rev = waiting.at(-1); rev !== undefined; rev = waiting.at(-1)) {
    const parents = byRev.get(rev)?.parents ?? [];
    const open = parents.filter(
      (parent) => byRev.has(parent) && !depths.has(parent) && !begun.has(parent),
    );
    begun.add(rev);
    if (open.length > 0) waiting.push(...open);
    else {
      depths.set(rev, 1 + Math.max(0, ...parents.map((parent) => depths.get(parent) ?? 1)));
      waiting.pop();
    }
  }
  return depths;
}

/** Everything a revision was built upon, as far as it is held here. */
export function ancestorsOf(rows: readonly Row[], rev: string): Row[] {
  const byRev = new Map(rows.map((row) => [row.rev, row]));
  return reach(byRev.get(rev)?.parents ?? [], (row) => row.parents, byRev);
}

/** Everything built upon a revision. */
export function descendantsOf(rows: readonly Row[], rev: string): Row[] {
  const byRev = new Map(rows.map((row) => [row.rev, row]));
  const children = (of: string) =>
    rows.filter((row) => row.parents.includes(of)).map((row) => row.rev);
  return reach(children(rev), (row) => children(row.rev), byRev);
}

function reach(
  from: readonly string[],
  next: (row: Row) => readonly string[],
  byRev: ReadonlyMap<string, Row>,
): Row[] {
  const found = new Map<string, Row>();
  const waiting = [...from];
  for (let rev = waiting.pop(); rev !== undefined; rev = waiting.pop()) {
    const row = byRev.get(rev);
    if (row === undefined || found.has(rev)) continue;
    found.set(rev, row);
    waiting.push(...next(row));
  }
  return [...found.values()];
}
