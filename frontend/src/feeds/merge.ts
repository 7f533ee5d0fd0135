import type { Row } from "../storage/store.ts";
import { ancestorsOf } from "./heads.ts";
import { emptied, isTombstone } from "./rows.ts";

/** A served revision after it was looked at: the row it makes, and whether its words were gone. */
export type Judged = { row: Row; hollow: boolean };

/**
 * Joins what the server served to what lies here. A row held here keeps its words and its place in
 * the outbox; only its `seq` is learnt. Returns the rows that change.
 */
export function merge(held: readonly Row[], judged: readonly Judged[]): Row[] {
  const rows = new Map(held.map((row) => [row.rev, row]));
  for (const { row, hollow } of judged) {
    const own = rows.get(row.rev);
    const joined = own === undefined ? row : joinedRow(own, row);
    rows.set(row.rev, hollow ? { ...joined, hollow: 1 } : joined);
  }
  for (const [rev, row] of emptyAboveTombstones([...rows.values()])) rows.set(rev, row);
  const before = new Map(held.map((row) => [row.rev, row]));
  return [...rows.values()].filter((row) => before.get(row.rev) !== row);
}

/** What was not believed, or came without its words, gives way to the same revision once it opens. */
function joinedRow(own: Row, served: Row): Row {
  const isWhole = served.bad === undefined && served.body !== null;
  const lacksWords = own.bad !== undefined || (own.hollow !== undefined && own.body === null);
  if (isWhole && lacksWords) return { ...served, unsent: own.unsent };
  const { hollow, ...rest } = own;
  const stillHollow = hollow !== undefined && !isWhole ? { hollow } : {};
  return { ...rest, ...stillHollow, ...stillBad(own, served), seq: served.seq };
}

/** Why it does not open may be another reason by now. */
function stillBad(own: Row, served: Row): Pick<Row, "bad"> {
  return own.bad !== undefined && served.bad !== undefined ? { bad: served.bad } : {};
}

/**
 * The words above every tombstone go, whichever of the two came first. One that forgets holds none
 * itself, and stays whole: whoever reads it has to know that it forgets.
 */
export function emptyAboveTombstones(rows: readonly Row[]): Map<string, Row> {
  const changed = new Map<string, Row>();
  const below = rows
    .filter(isTombstone)
    .flatMap(({ rev, del }) => ancestorsOf(rows, rev).map((row) => ({ row, del })))
    .filter(({ row }) => !isTombstone(row) || row.del !== "forget");
  for (const { row, del } of below) {
    const how = del === "forget" ? "forget" : "keep-day";
    const now = changed.get(row.rev) ?? row;
    if (keepsTooMuch(now, how)) changed.set(row.rev, emptied(now, how));
  }
  return changed;
}

function keepsTooMuch(row: Row, how: "keep-day" | "forget"): boolean {
  const keepsWords = row.body !== null || row.hollow !== undefined;
  return keepsWords || (how === "forget" && (row.day ?? row.written ?? row.of) !== undefined);
}
