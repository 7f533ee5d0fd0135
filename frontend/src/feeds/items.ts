import type { Plain } from "../crypto/ck1/brands.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Row } from "../storage/store.ts";
import { headsOf } from "./heads.ts";
import { openRow } from "./reseal.ts";
import { isTombstone } from "./rows.ts";
import type { Alarm } from "./state.ts";
import { alarmOf, isShut } from "./verify.ts";
import type { Mark, OpenItem, Pub, Words } from "./words.ts";

type Opened = { plain: Plain; pub?: Pub | undefined };
type OpenHead = Opened & { row: Row };

/** The items of a device, opened once and kept in memory. Words are nowhere else in the clear. */
export class Items {
  readonly #items = new Map<string, OpenItem>();
  readonly #opened = new Map<string, Opened>();
  readonly #marks = new Map<string, readonly Mark[]>();
  readonly #shut = new Set<string>();
  readonly #lists = new Map<string, readonly OpenItem[]>();
  #allMarks: readonly Mark[] | undefined;

  get(item: string): OpenItem | undefined {
    return this.#items.get(item);
  }

  /** Newest day first, then newest written. */
  list(kind = ""): readonly OpenItem[] {
    const known = this.#lists.get(kind);
    if (known) return known;
    const wanted = [...this.#items.values()].filter((one) => kind === "" || one.kind === kind);
    const sorted = wanted.map((one) => ({ one, key: ageKey(one) })).sort(byAge);
    const list = sorted.map(({ one }) => one);
    this.#lists.set(kind, list);
    return list;
  }

  hasOpened(rev: string): boolean {
    return this.#opened.has(rev);
  }

  /** How many items nobody can open any more: their keys are lost. */
  get shut(): number {
    return this.#shut.size;
  }

  /** Words that were just sealed here need not be opened again. */
  remember(rev: string, opened: Opened): void {
    this.#opened.set(rev, opened);
  }

  /** Every day that something stands on; the same list until one of them changes. */
  marks(): readonly Mark[] {
    this.#allMarks ??= [...this.#marks.values()].flat();
    return this.#allMarks;
  }

  /** Takes note of the days an item stands on; for that nothing need be opened. */
  mark(item: string, rows: readonly Row[]): void {
    const marks = marksOf(rows);
    const before = this.#marks.get(item) ?? [];
    if (JSON.stringify(marks) === JSON.stringify(before)) return;
    this.#marks.set(item, marks);
    this.#allMarks = undefined;
  }

  /** Brings one item up to date with its rows; returns alarms for heads that do not open. */
  async refresh(item: string, rows: readonly Row[], keys: Keyring): Promise<Alarm[]> {
    this.mark(item, rows);
    const heads = headsOf(rows).filter((row) => !isTombstone(row) && row.body !== null);
    const opened = await Promise.all(heads.map((row) => this.#open(row, keys)));
    for (const { rev } of rows)
      if (!heads.some((head) => head.rev === rev)) this.#opened.delete(rev);
    const [first, ...others] = different(opened.filter((one) => one !== null));
    if (first) this.#items.set(item, shownOf(first, others, rows));
    else this.#items.delete(item);
    if (!first && rows.some(isShutWriting)) this.#shut.add(item);
    else this.#shut.delete(item);
    this.#lists.clear();
    return heads.filter((_, at) => opened[at] === null).map((row) => alarmOf("does-not-open", row));
  }

  async #open(row: Row, keys: Keyring): Promise<OpenHead | null> {
    try {
      const opened = this.#opened.get(row.rev) ?? (await openedRow(row, keys));
      this.#opened.set(row.rev, opened);
      return { row, ...opened };
    } catch (trouble) {
      if (trouble instanceof Ck1Trouble) return null;
      throw trouble;
    }
  }
}

async function openedRow(row: Row, keys: Keyring): Promise<Opened> {
  const { facts, plain } = await openRow(row, keys);
  return { plain, pub: facts.pub };
}

/** What forgets has no day; what only empties keeps it. */
function marksOf(rows: readonly Row[]): Mark[] {
  const [first] = rows;
  if (first?.day === undefined && rows.every((row) => row.day === undefined)) return [];
  return headsOf(rows).flatMap(({ item, kind, of, day, written }) =>
    day && written ? [{ item, kind, ...(of === undefined ? {} : { of }), day, written }] : [],
  );
}

const isShutWriting = (row: Row) => isShut(row) && row.del === "no" && row.kind !== "profile";

/** Of heads with the same words on the same day one is enough. */
function different(heads: readonly OpenHead[]): OpenHead[] {
  const seen = new Map<string, OpenHead>();
  for (const head of heads) {
    const name = JSON.stringify([head.plain, head.row.day, head.row.of, head.pub]);
    if (!seen.has(name)) seen.set(name, head);
  }
  return [...seen.values()];
}

function shownOf(first: OpenHead, others: OpenHead[], rows: readonly Row[]): OpenItem {
  const shown = { ...itemOf(first), others: others.map(itemOf) };
  return rows.every((row) => row.unsent === 1) ? { ...shown, onlyHere: true } : shown;
}

function itemOf({ row, plain, pub }: OpenHead): OpenItem {
  const { item, rev, kind, of, day, written } = row;
  return {
    item,
    rev,
    kind,
    ...(of === undefined ? {} : { of }),
    ...(day === undefined ? {} : { day }),
    ...(written === undefined ? {} : { written }),
    words: JSON.parse(plain) as Words,
    ...(pub === undefined ? {} : { pub }),
    unsent: row.unsent === 1,
    others: [],
  };
}

const ages = new WeakMap<OpenItem, string>();

/** Made once for each: while a long journal opens, its list is put in order again and again. */
function ageKey(one: OpenItem): string {
  const known = ages.get(one);
  if (known !== undefined) return known;
  const { day = "", written = "", words, item } = one;
  const at = typeof words["at"] === "string" ? words["at"] : "";
  const key = `${day} ${written} ${at} ${item}`;
  ages.set(one, key);
  return key;
}

function byAge(a: { key: string }, b: { key: string }): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? 1 : -1;
}
