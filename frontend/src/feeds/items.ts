import type { Plain } from "../crypto/ck1/brands.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Row } from "../storage/store.ts";
import { headsOf } from "./heads.ts";
import { openRow } from "./reseal.ts";
import { isTombstone } from "./rows.ts";
import type { Alarm } from "./state.ts";
import { alarmOf } from "./verify.ts";
import type { OpenItem, Words } from "./words.ts";

type OpenHead = { row: Row; plain: Plain };

/** The items of a device, opened once and kept in memory. Words are nowhere else in the clear. */
export class Items {
  readonly #items = new Map<string, OpenItem>();
  readonly #plain = new Map<string, Plain>();
  readonly #lists = new Map<string, readonly OpenItem[]>();

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

  /** Words that were just sealed here need not be opened again. */
  remember(rev: string, plain: Plain): void {
    this.#plain.set(rev, plain);
  }

  /** Brings one item up to date with its rows; returns alarms for heads that do not open. */
  async refresh(item: string, rows: readonly Row[], keys: Keyring): Promise<Alarm[]> {
    const heads = headsOf(rows).filter((row) => !isTombstone(row) && row.body !== null);
    const opened = await Promise.all(heads.map((row) => this.#open(row, keys)));
    for (const { rev } of rows)
      if (!heads.some((head) => head.rev === rev)) this.#plain.delete(rev);
    const [first, ...others] = different(opened.filter((one) => one !== null));
    if (first) this.#items.set(item, { ...itemOf(first), others: others.map(itemOf) });
    else this.#items.delete(item);
    this.#lists.clear();
    return heads.filter((_, at) => opened[at] === null).map((row) => alarmOf("does-not-open", row));
  }

  async #open(row: Row, keys: Keyring): Promise<OpenHead | null> {
    try {
      const plain = this.#plain.get(row.rev) ?? (await openRow(row, keys)).plain;
      this.#plain.set(row.rev, plain);
      return { row, plain };
    } catch (trouble) {
      if (trouble instanceof Ck1Trouble) return null;
      throw trouble;
    }
  }
}

/** Of heads with the same words on the same day one is enough. */
function different(heads: readonly OpenHead[]): OpenHead[] {
  const seen = new Map<string, OpenHead>();
  for (const head of heads) {
    const name = JSON.stringify([head.plain, head.row.day, head.row.of]);
    if (!seen.has(name)) seen.set(name, head);
  }
  return [...seen.values()];
}

function itemOf({ row, plain }: OpenHead): OpenItem {
  const { item, rev, kind, of, day, written } = row;
  return {
    item,
    rev,
    kind,
    ...(of === undefined ? {} : { of }),
    ...(day === undefined ? {} : { day }),
    ...(written === undefined ? {} : { written }),
    words: JSON.parse(plain) as Words,
    unsent: row.unsent === 1,
    others: [],
  };
}

function ageKey({ day = "", written = "", words, item }: OpenItem): string {
  const at = typeof words["at"] === "string" ? words["at"] : "";
  return `${day} ${written} ${at} ${item}`;
}

function byAge(a: { key: string }, b: { key: string }): number {
  if (a.key === b.key) return 0;
  return a.key < b.key ? 1 : -1;
}
