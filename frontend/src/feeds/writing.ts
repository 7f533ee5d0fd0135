import type { Facts } from "../crypto/ck1/body.ts";
import { type Plain, plainOf } from "../crypto/ck1/brands.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { newId } from "../crypto/ids.ts";
import { JournalTrouble } from "../errors.ts";
import { Outdated, type Plan, type Row, type Store } from "../storage/store.ts";
import { type Day, type DayRule, journalDay } from "../streaks/day.ts";
import { writingInstant } from "./dates.ts";
import type { Clock } from "./feed.ts";
import { headsOf } from "./heads.ts";
import type { Items } from "./items.ts";
import { emptyAboveTombstones } from "./merge.ts";
import { isTombstone, unsentRow } from "./rows.ts";
import type { AnyChange, OpenItem } from "./words.ts";

export type Desk = {
  store: Store;
  keys: Keyring;
  items: Items;
  clock: Clock;
  dayRule: () => DayRule;
};

/** Kinds that stand on a day; the others carry no date at all. */
const DATED = ["entry", "tick", "review"];
/** Kinds of which there is one item, and every writing joins all its heads. */
const JOINED = ["profile"];
const MOST_PARENTS = 16;
const TOMBSTONE = plainOf({ v: 1 });
const MOST_TRIES = 3;

/** One revision to lay: its words, and what its header says once the item's rows are known. */
type Leaf = {
  item: string;
  plainFor: (rows: readonly Row[]) => Promise<Plain>;
  factsFor: (rows: readonly Row[]) => Facts;
};

/**
 * Seals changes of different items and lays them on the disk in one transaction: all of them are
 * there when this resolves, or none is.
 */
export async function write(
  desk: Desk,
  changes: readonly AnyChange[],
  draft?: Plan["draft"],
): Promise<OpenItem[]> {
  const leaves = changes.map((change): Leaf => {
    const item = change.item ?? placeOf(desk, change.kind);
    const plainFor = (rows: readonly Row[]) => plainOfChange(desk, item, change, rows);
    return { item, plainFor, factsFor: (rows) => changeFacts(desk, item, change, rows) };
  });
  await lay(desk, leaves, draft);
  return leaves.map(({ item }) => {
    const written = desk.items.get(item);
    if (written === undefined) throw new JournalTrouble("not-here");
    return written;
  });
}

const placeOf = ({ items }: Desk, kind: string): string =>
  (JOINED.includes(kind) ? items.list(kind)[0]?.item : undefined) ?? newId();

/** Words that are made of what there is are made of what lies on the disk, whoever has just laid it there. */
async function plainOfChange(
  { items, keys }: Desk,
  item: string,
  { words }: AnyChange,
  rows: readonly Row[],
): Promise<Plain> {
  if (typeof words !== "function") return plainOf(words);
  await items.refresh(item, rows, keys);
  return plainOf(words());
}

/** Takes an item away: a sealed tombstone on top, the words below it gone at once. */
export async function remove(desk: Desk, item: string, how: "keep-day" | "forget"): Promise<void> {
  const factsFor = (rows: readonly Row[]): Facts => {
    const shown = shownHead(rows);
    const { of, day, written } = shown;
    const dates = { ...(of ? { of } : {}), ...(day && written ? { day, written } : {}) };
    const parents = headsOf(rows).map((row) => row.rev);
    return { ...base(item, shown.kind, parents), ...(how === "forget" ? {} : dates), del: how };
  };
  await lay(desk, [{ item, plainFor: async () => TOMBSTONE, factsFor }]);
}

async function lay(desk: Desk, leaves: readonly Leaf[], draft?: Plan["draft"]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await layOnce(desk, leaves, draft);
      return;
    } catch (trouble) {
      if (!(trouble instanceof Outdated) || tries >= MOST_TRIES) throw trouble;
    }
  }
}

async function layOnce(desk: Desk, leaves: readonly Leaf[], draft: Plan["draft"]): Promise<void> {
  const items = leaves.map(({ item }) => item);
  const laid = await Promise.all(leaves.map((leaf) => rowFor(desk, leaf)));
  const there = new Map<string, Row>();
  const withAll = (rows: readonly Row[]) => {
    for (const row of rows) there.set(row.rev, row);
    return laid.flatMap((row) =>
      withRow(
        rows.filter(({ item }) => item === row.item),
        row,
      ),
    );
  };
  const change = (rows: readonly Row[]) => ({ put: withAll(rows) });
  for (const row of await desk.store.update({ items, change, ...(draft ? { draft } : {}) }))
    there.set(row.rev, row);
  const byItem = Map.groupBy(there.values(), (row) => row.item);
  for (const [item, rows] of byItem) await desk.items.refresh(item, rows, desk.keys);
}

async function rowFor(desk: Desk, { item, plainFor, factsFor }: Leaf): Promise<Row> {
  const rows = await desk.store.rowsOf(item);
  const [plain, facts] = [await plainFor(rows), factsFor(rows)];
  const row = { ...unsentRow(facts, await sealed(facts, plain, desk.keys)), ...dated(desk) };
  desk.items.remember(row.rev, { plain, pub: facts.pub });
  return row;
}

/** Dates decided with the server's clock at hand need not be looked at again. */
const dated = ({ clock }: Desk): { dated?: 1 } => (clock.offset === null ? {} : { dated: 1 });

async function sealed(facts: Facts, plain: Plain, keys: Keyring) {
  try {
    return await sealRevision(facts, plain, keys);
  } catch (trouble) {
    const isTooLong = trouble instanceof Ck1Trouble && trouble.reason === "too-long";
    throw isTooLong ? new JournalTrouble("too-long", { cause: trouble }) : trouble;
  }
}

/** A parent that was sealed anew meanwhile is no parent any more: the caller looks again. */
function withRow(rows: readonly Row[], row: Row): Row[] {
  const there = new Set(rows.map((one) => one.rev));
  if (!row.parents.every((parent) => there.has(parent))) throw new Outdated();
  return [...emptyAboveTombstones([...rows, row]).values(), row];
}

function base(item: string, kind: string, parents: string[]): Facts {
  const named = [...new Set(parents)].slice(0, MOST_PARENTS).sort();
  return { item, rev: newId(), parents: named, kind, del: "no" };
}

function changeFacts(desk: Desk, item: string, change: AnyChange, rows: readonly Row[]): Facts {
  // Written upon a tombstone it comes back: what somebody typed is never dropped.
  const [before] = headsOf(rows);
  const { kind, rev = newId() } = change;
  const facts = { ...base(item, kind, parentsFor(desk, item, change, rows)), rev };
  const of = change.of ?? before?.of;
  const dates = DATED.includes(change.kind) ? datesFor(desk, change.day, before) : {};
  const pub = change.pub === undefined ? {} : { pub: { ...change.pub } };
  return { ...facts, ...(of === undefined ? {} : { of }), ...dates, ...pub };
}

/** An edit joins what it shows: a head whose words differ, or that came since, stays a head, for the person to join. */
function parentsFor(
  { items }: Desk,
  item: string,
  { kind, join, upon }: AnyChange,
  rows: readonly Row[],
): string[] {
  const written = nameNow(rows, upon);
  const known = headsOf(rows).filter((row) => row.rev === written || isSeen(items, row));
  const heads = known.map((row) => row.rev);
  if (join || JOINED.includes(kind)) return heads;
  const shown = items.get(item);
  const onScreen = nameNow(rows, shown?.rev);
  const before = written ?? onScreen;
  const isShown = before === onScreen && heads.some((rev) => rev === before);
  if (before && !isShown && rows.some((row) => row.rev === before)) return [before];
  const others = shown?.others.map((one) => nameNow(rows, one.rev)) ?? [];
  return heads.filter((rev) => !others.includes(rev));
}

/** What was sealed anew, while somebody went on writing, is called otherwise on the disk than where it was read. */
function nameNow(rows: readonly Row[], rev: string | undefined): string | undefined {
  if (rows.some((row) => row.rev === rev)) return rev; // another phone may have brought it back
  return rows.find(({ was = [] }) => was.some((name) => name === rev))?.rev ?? rev;
}

/** What a sync, or another tab, has laid on the disk is not in memory yet: nobody can have read it. */
const isSeen = (items: Items, row: Row): boolean =>
  isTombstone(row) ||
  row.body === null ||
  [row.rev, ...(row.was ?? [])].some((rev) => items.hasOpened(rev));

/** `written` is decided once; a chosen day stands no later than it. */
function datesFor(
  { clock, dayRule }: Desk,
  chosen: Day | undefined,
  before: Row | undefined,
): { day: Day; written: Day } {
  const offset = clock.offset ?? 0;
  const instant = writingInstant(clock.now(), offset, clock.now() + offset);
  const written = before?.written ?? journalDay(new Date(instant), dayRule());
  const day = chosen ?? before?.day ?? written;
  return { day: day < written ? day : written, written };
}

function shownHead(rows: readonly Row[]): Row {
  const [head] = headsOf(rows).filter((row) => !isTombstone(row));
  if (head === undefined) throw new JournalTrouble("not-here");
  return head;
}
