// What the browser ends by itself: whoever asked is told, and nothing is left that nobody caught
// (an unhandled rejection fails the run).
import "fake-indexeddb/auto";
import { forceCloseDatabase } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Sealed } from "../crypto/ck1/brands.ts";
import { newId } from "../crypto/ids.ts";
import { diskStore } from "./disk.ts";
import { diskRegistry, newPlace } from "./registry.ts";
import type { Row } from "./store.ts";

type Connection = Parameters<typeof forceCloseDatabase>[0];
const connections: Connection[] = [];
const { open } = IDBFactory.prototype;
const { put } = IDBObjectStore.prototype;
const NO_ROOM = new DOMException("no room", "QuotaExceededError");
let isFull = false;
let puts = Number.POSITIVE_INFINITY;

beforeEach(() => {
  [puts, isFull] = [Number.POSITIVE_INFINITY, false];
  IDBFactory.prototype.open = function (...asked) {
    const opening = open.apply(this, asked);
    opening.addEventListener("success", () => {
      connections.push(opening.result as unknown as Connection);
    });
    return opening;
  };
  IDBObjectStore.prototype.put = function (...asked) {
    puts -= 1;
    const request = put.apply(this, asked);
    if (puts === 0 || isFull) {
      if (isFull) Object.defineProperty(this.transaction, "error", { value: NO_ROOM });
      this.transaction.abort();
    }
    return request;
  };
});
afterEach(() => {
  IDBFactory.prototype.open = open;
  IDBObjectStore.prototype.put = put;
  connections.length = 0;
});

const TOKEN = "aaaa.bbbb.cccc" as Sealed;
function rowOf(): Row {
  const facts = { rev: newId(), item: newId(), kind: "entry", parents: [], sha: "s" };
  return { ...facts, del: "no", body: TOKEN, slot: TOKEN, seq: null, unsent: 1 };
}
const drop = () => {
  for (const connection of connections.splice(0)) forceCloseDatabase(connection);
};
const aMomentLater = () => new Promise((resolve) => setTimeout(resolve, 20));

test("a read that the browser ends in the middle is done once more", async () => {
  const [store, row] = [diskStore(newId()), rowOf()];
  await store.update({ change: () => ({ put: [row] }) });
  const reading = [store.all(), store.meta(), store.countUnsent()];
  drop();
  expect(await Promise.all(reading)).toMatchObject([[row], { cursor: 0 }, 1]);
  await aMomentLater();
});

test("a write that the browser ends in the middle is done once more, all of it", async () => {
  const [store, rows] = [diskStore(newId()), [rowOf(), rowOf()]];
  await store.all();
  puts = 1;
  await store.update({ change: () => ({ put: rows }), meta: { cursor: 2, epoch: "e" } });
  expect(await store.all()).toHaveLength(2);
  expect(await store.meta()).toMatchObject({ cursor: 2, epoch: "e" });
  await aMomentLater();
});

test("so it is with the list of stores, and with drafts", async () => {
  const [registry, store] = [diskRegistry(), diskStore(newId())];
  const place = newPlace(null);
  await Promise.all([registry.read(), store.all()]);
  puts = 1;
  await registry.write({ put: [place], current: place.name });
  expect((await registry.read()).current).toBe(place.name);
  puts = 1;
  await store.putDraft("call", TOKEN);
  expect(await store.draft("call")).toBe(TOKEN);
  await aMomentLater();
});

test("whatever is written to a full disk is said to be for want of room", async () => {
  const [registry, store] = [diskRegistry(), diskStore(newId())];
  await Promise.all([registry.read(), store.all()]);
  isFull = true;
  const said = await Promise.allSettled([
    store.update({ change: () => ({ put: [rowOf()] }) }),
    store.putDraft("call", TOKEN),
    registry.write({ put: [newPlace(null)] }),
  ]);
  expect(said).toMatchObject([1, 2, 3].map(() => ({ reason: { code: "quota" } })));
  isFull = false;
  expect([await store.all(), await store.draftKeys()]).toEqual([[], []]);
});
