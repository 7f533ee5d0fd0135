import "fake-indexeddb/auto";
import { type IDBPDatabase, openDB } from "idb";
import { expect, test } from "vitest";
import type { Sealed } from "../crypto/ck1/brands.ts";
import { randomBytes } from "../crypto/ck1/bytes.ts";
import { newDeviceKey, unwrapRootOnDevice, wrapRootForDevice } from "../crypto/ck1/root.ts";
import { newId } from "../crypto/ids.ts";
import { connectionTo } from "./connection.ts";
import { diskStore } from "./disk.ts";
import { memoryStore } from "./memory.ts";
import { newPlace, openRegistry } from "./registry.ts";
import { Outdated, type Row, type Store } from "./store.ts";

function rowOf(more: Partial<Row> = {}): Row {
  const token = "aaaa.bbbb.cccc" as Sealed;
  const facts = { rev: newId(), item: newId(), kind: "entry", parents: [], del: "no" } as const;
  return {
    ...facts,
    parents: [],
    body: token,
    slot: token,
    sha: "s",
    seq: null,
    unsent: 1,
    ...more,
  };
}
const KINDS: [string, () => Store][] = [
  ["disk", () => diskStore(newId())],
  ["memory", () => memoryStore(newId())],
];

test.each(KINDS)("on %s, rows and meta move together or not at all", async (_, make) => {
  const store = make();
  const row = rowOf();
  await store.update({ change: () => ({ put: [row] }), meta: { epoch: "e", cursor: 3 } });
  expect(await store.all()).toEqual([row]);
  expect(await store.meta()).toMatchObject({ epoch: "e", cursor: 3, account: null });
  const failing = store.update({
    items: [row.item],
    change: () => {
      throw new Error("no");
    },
    meta: { cursor: 9 },
  });
  await expect(failing).rejects.toThrow("no");
  expect((await store.meta()).cursor).toBe(3);
});

test.each(KINDS)("on %s, a plan for another cursor changes nothing", async (_, make) => {
  const store = make();
  const late = store.update({
    when: { epoch: "old", cursor: 0 },
    change: () => ({ put: [rowOf()] }),
  });
  await expect(late).rejects.toBeInstanceOf(Outdated);
  expect(await store.all()).toEqual([]);
});

test.each(KINDS)("on %s, the lists by state hold", async (_, make) => {
  const store = make();
  const waiting = rowOf();
  const there = rowOf({ seq: 1, unsent: 0, item: waiting.item });
  const gone = rowOf({ unsent: 0, hollow: 1 });
  await store.update({ change: () => ({ put: [waiting, there, gone] }) });
  expect((await store.unsent()).map((row) => row.rev)).toEqual([waiting.rev]);
  expect(await store.acknowledged()).toEqual([there.rev]);
  expect(await store.lost()).toEqual([gone.rev]);
  expect((await store.hollow()).map((row) => row.rev)).toEqual([gone.rev]);
  expect(await store.rowsOf(waiting.item)).toHaveLength(2);
  expect(await store.rows([there.rev, newId()])).toEqual([there]);
});

test.each(KINDS)(
  "on %s, a change is shown fresh rows, and drafts and attention stay apart",
  async (_, make) => {
    const store = make();
    const row = rowOf();
    const note = { rev: row.rev, item: row.item, code: "bad-header", build: "1" };
    await store.update({ change: () => ({ put: [row] }), attention: { put: [note] } });
    const seen: number[] = [];
    await store.update({
      items: [row.item],
      change: (rows) => {
        seen.push(rows.length);
        return { drop: [row.rev] };
      },
    });
    await store.putDraft("call", "aaaa.bbbb.cccc" as Sealed);
    expect([seen, await store.all(), await store.attention()]).toEqual([[1], [], [note]]);
    expect(await store.draft("call")).toBe("aaaa.bbbb.cccc");
    await store.putDraft("call", null);
    expect(await store.draft("call")).toBeUndefined();
  },
);

test("a connection the browser dropped is opened again, once", async () => {
  const opened: IDBPDatabase[] = [];
  const name = newId();
  const { run } = connectionTo(async () => {
    const db = await openDB(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("things"),
    });
    opened.push(db as IDBPDatabase);
    return db;
  });
  await run((db) => db.put("things", "kept", "one"));
  opened[0]?.close();
  expect(await run((db) => db.get("things", "one"))).toBe("kept");
  expect(opened).toHaveLength(2);
});

test("a disk that stays broken says so, and a full one says that", async () => {
  const failing = (name: string) =>
    connectionTo(async () => {
      throw new DOMException("no", name);
    }).run(async () => 0);
  await expect(failing("InvalidStateError")).rejects.toMatchObject({ code: "storage-broken" });
  await expect(failing("QuotaExceededError")).rejects.toMatchObject({ code: "quota" });
});

test("the device key lies on the disk unreadable and still wraps", async () => {
  const probe = { make: newDeviceKey, works: async (key: unknown) => key instanceof CryptoKey };
  const registry = await openRegistry(probe);
  expect(registry.kind).toBe("disk");
  const place = newPlace(null);
  await registry.write({ put: [place], current: place.name });
  expect(await registry.read()).toEqual({ places: [place], current: place.name, leaving: false });
  const store = registry.open(place.name);
  const [device, root] = [await newDeviceKey(), randomBytes(32)];
  await store.update({ meta: { device, root: await wrapRootForDevice(root, device) } });
  const meta = await store.meta();
  expect(meta.device?.extractable).toBe(false);
  expect(await unwrapRootOnDevice(meta.root as Sealed, meta.device as CryptoKey)).toEqual(root);
});

test("a browser that gives keys back broken gets memory", async () => {
  const probe = { make: newDeviceKey, works: async () => false };
  expect((await openRegistry(probe)).kind).toBe("memory");
});
