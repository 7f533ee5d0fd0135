import { type DBSchema, deleteDB, type IDBPTransaction, openDB } from "idb";
import type { Sealed } from "../crypto/ck1/brands.ts";
import { undoneAside } from "./aside.ts";
import { begun, connectionTo, whole } from "./connection.ts";
import { changedMeta, checkPlan } from "./memory.ts";
import { type Attention, EMPTY_META, type Meta, type Plan, type Row, type Store } from "./store.ts";

interface Schema extends DBSchema {
  revisions: {
    key: string;
    value: Row;
    indexes: { item: string; unsent: number; seq: number; hollow: number };
  };
  meta: { key: string; value: unknown };
  attention: { key: string; value: Attention };
  drafts: { key: string; value: Sealed };
}
type Names = ("revisions" | "meta" | "attention" | "drafts")[];
type Write = IDBPTransaction<Schema, Names, "readwrite">;

const VERSION = 1;
const WRITTEN: Names = ["revisions", "meta", "attention"];
const STRICT = { durability: "strict" } as const;

function openStore(name: string, ended: (forGood?: boolean) => void) {
  return openDB<Schema>(name, VERSION, {
    upgrade(db, _before, _after, tx) {
      undoneAside(tx);
      const revisions = db.createObjectStore("revisions", { keyPath: "rev" });
      for (const index of ["item", "unsent", "seq", "hollow"] as const) {
        revisions.createIndex(index, index);
      }
      db.createObjectStore("meta");
      db.createObjectStore("attention", { keyPath: "rev" });
      db.createObjectStore("drafts");
    },
    blocking: (_, next) => ended(next === null),
    terminated: () => ended(),
  });
}

/** The rows of one local store, in a database of their own. */
export function diskStore(name: string): Store {
  const { run, look, close } = connectionTo<Schema>((ended) => openStore(name, ended));
  return {
    name,
    close,
    all: () => look("revisions", (rows) => rows.getAll()),
    rowsOf: (item) => look("revisions", (rows) => rows.index("item").getAll(item)),
    rows: (revs) =>
      look("revisions", async (rows) => {
        const found = await Promise.all(revs.map((rev) => rows.get(rev)));
        return found.filter((row) => row !== undefined);
      }),
    unsent: () => look("revisions", (rows) => rows.index("unsent").getAll(1)),
    countUnsent: () => look("revisions", (rows) => rows.index("unsent").count(1)),
    hollow: () => look("revisions", (rows) => rows.index("hollow").getAll(1)),
    acknowledged: () => look("revisions", (rows) => rows.index("seq").getAllKeys(anyPlace())),
    lost: async () => {
      const [sent, known] = await look("revisions", (rows) =>
        Promise.all([rows.index("unsent").getAllKeys(0), rows.index("seq").getAllKeys(anyPlace())]),
      );
      const there = new Set(known);
      return sent.filter((rev) => !there.has(rev));
    },
    meta: () => look("meta", readMeta),
    attention: () => look("attention", (notes) => notes.getAll()),
    update: (plan) =>
      run((db) => {
        const names: Names = plan.draft ? [...WRITTEN, "drafts"] : WRITTEN;
        const tx = db.transaction(names, "readwrite", STRICT);
        return whole(tx, () => carryOut(tx, plan));
      }),
    draft: (key) => look("drafts", (drafts) => drafts.get(key)),
    draftKeys: () => look("drafts", (drafts) => drafts.getAllKeys()),
    putDraft: (key, token) =>
      run((db) => {
        const tx = db.transaction(["drafts"], "readwrite", STRICT);
        return whole(tx, () => begun(tx, draftWork(tx, { key, token })));
      }),
  };
}

/** Every `seq` there is. Asked without bounds, WebKit names the rows as well that have none. */
function anyPlace(): IDBKeyRange {
  return IDBKeyRange.lowerBound(0);
}

export function deleteStore(name: string): Promise<void> {
  return deleteDB(name);
}

async function carryOut(tx: Write, plan: Plan): Promise<readonly Row[]> {
  const meta = await readMeta(tx.objectStore("meta"));
  checkPlan(plan, meta);
  const { put = [], drop = [] } = plan.change?.(await readRows(tx, plan)) ?? {};
  const revisions = tx.objectStore("revisions");
  const notes = tx.objectStore("attention");
  const changed = Object.entries(changedMeta(plan, meta));
  await begun(tx, [
    ...drop.map((rev) => () => revisions.delete(rev)),
    ...put.map((row) => () => revisions.put(row)),
    ...changed.map(
      ([key, value]) =>
        () =>
          tx.objectStore("meta").put(value, key),
    ),
    ...(plan.attention?.drop ?? []).map((rev) => () => notes.delete(rev)),
    ...(plan.attention?.put ?? []).map((note) => () => notes.put(note)),
    ...draftWork(tx, plan.draft),
  ]);
  return put;
}

function draftWork(
  tx: IDBPTransaction<Schema, Names | ["drafts"], "readwrite">,
  draft: Plan["draft"],
): (() => Promise<unknown>)[] {
  if (!draft) return [];
  const { key, token } = draft;
  const drafts = tx.objectStore("drafts");
  return [() => (token === null ? drafts.delete(key) : drafts.put(token, key))];
}

async function readRows(tx: Write, { items = [], change }: Plan): Promise<Row[]> {
  const revisions = tx.objectStore("revisions");
  if (!change) return [];
  if (items === "all") return revisions.getAll();
  const index = revisions.index("item");
  return (await Promise.all([...new Set(items)].map((item) => index.getAll(item)))).flat();
}

type MetaReader = { getAllKeys(): Promise<string[]>; getAll(): Promise<unknown[]> };

async function readMeta(store: MetaReader): Promise<Meta> {
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return { ...EMPTY_META, ...Object.fromEntries(keys.map((key, at) => [key, values[at]])) };
}
