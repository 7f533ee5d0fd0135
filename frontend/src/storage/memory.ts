import type { Sealed } from "../crypto/ck1/brands.ts";
import { StorageTrouble } from "../errors.ts";
import {
  type Attention,
  EMPTY_META,
  type Meta,
  Outdated,
  type Plan,
  type Row,
  type Store,
} from "./store.ts";

/** A store that ends with the page: for browsers that cannot keep keys. */
export function memoryStore(name: string): Store {
  const rows = new Map<string, Row>();
  const notes = new Map<string, Attention>();
  const drafts = new Map<string, Sealed>();
  let meta: Meta = EMPTY_META;
  const keepDraft = (key: string, token: Sealed | null) => {
    if (token === null) drafts.delete(key);
    else drafts.set(key, token);
  };
  const where = async (test: (row: Row) => boolean) => [...rows.values()].filter(test);
  return {
    name,
    all: () => where(() => true),
    rowsOf: (item) => where((row) => row.item === item),
    rows: (revs) => where((row) => revs.includes(row.rev)),
    unsent: () => where((row) => row.unsent === 1),
    countUnsent: async () => (await where((row) => row.unsent === 1)).length,
    hollow: () => where((row) => row.hollow === 1),
    acknowledged: async () => (await where((row) => row.seq !== null)).map((row) => row.rev),
    lost: async () =>
      (await where((row) => row.seq === null && row.unsent === 0)).map((row) => row.rev),
    meta: async () => meta,
    attention: async () => [...notes.values()],
    update: async (plan) => {
      checkPlan(plan, meta);
      const { put = [], drop = [] } = plan.change?.(asked(plan, [...rows.values()])) ?? {};
      change(rows, put, drop);
      change(notes, plan.attention?.put, plan.attention?.drop);
      meta = { ...meta, ...changedMeta(plan, meta) };
      if (plan.draft) keepDraft(plan.draft.key, plan.draft.token);
      return put;
    },
    draftKeys: async () => [...drafts.keys()],
    draft: async (key) => drafts.get(key),
    putDraft: async (key, token) => keepDraft(key, token),
    close: () => undefined,
  };
}

function change<T extends { rev: string }>(
  all: Map<string, T>,
  put: readonly T[] = [],
  drop: readonly string[] = [],
): void {
  for (const rev of drop) all.delete(rev);
  for (const one of put) all.set(one.rev, one);
}

function asked(plan: Plan, rows: Row[]): Row[] {
  const { items = [] } = plan;
  return items === "all" ? rows : rows.filter((row) => items.includes(row.item));
}

/** Throws where the store, as it is when the plan is carried out, does not take it. */
export function checkPlan(plan: Plan, meta: Meta): void {
  const { when } = plan;
  if (when !== undefined && (when.epoch !== meta.epoch || when.cursor !== meta.cursor))
    throw new Outdated();
  if (meta.over && changedMeta(plan, meta).over === undefined)
    throw new StorageTrouble("storage-broken");
}

export function changedMeta({ meta: change }: Plan, meta: Meta): Partial<Meta> {
  return typeof change === "function" ? change(meta) : (change ?? {});
}
