import { expect, test } from "vitest";
import { plainOf } from "../crypto/ck1/brands.ts";
import { randomBytes } from "../crypto/ck1/bytes.ts";
import { localKeyring } from "../crypto/ck1/keyring.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { newId } from "../crypto/ids.ts";
import type { Ask, Reply } from "../http/request.ts";
import { memoryStore } from "../storage/memory.ts";
import type { Row } from "../storage/store.ts";
import { digestOf } from "./digest.ts";
import type { Feed } from "./feed.ts";
import { Items } from "./items.ts";
import { reply } from "./modelServer.ts";
import { checkAtHead, pull } from "./pull.ts";
import { unsentRow } from "./rows.ts";
import { judge } from "./verify.ts";

const keys = await localKeyring(randomBytes(32));

async function entry(more: Partial<Row> = {}): Promise<Row> {
  const facts = { item: newId(), rev: newId(), parents: [], kind: "entry", del: "no" } as const;
  const own = { ...facts, parents: [] };
  return {
    ...unsentRow(own, await sealRevision(own, plainOf({ v: 1 }), keys)),
    unsent: 0,
    seq: 1,
    ...more,
  };
}

const servedAs = ({ rev, body, slot }: Row, seq = 1) => ({ seq, rev, body: body ?? "", slot });
const emptiedAs = ({ rev, item, sha }: Row) => ({
  seq: 1,
  rev,
  item,
  kind: "entry",
  parents: [],
  sha,
});

test("what this device holds is read back only through a slot that opens it", async () => {
  const [own, other] = [await entry(), await entry()];
  expect(await judge(servedAs(own), own, keys)).not.toHaveProperty("alarm");
  const foreign = { ...servedAs(own), slot: other.slot };
  expect(await judge(foreign, own, keys)).toMatchObject({
    alarm: { code: "swapped" },
    row: { slot: own.slot },
  });
  const swapped = { ...servedAs(other), rev: own.rev, slot: own.slot };
  expect(await judge(swapped, own, keys)).toMatchObject({
    alarm: { code: "swapped" },
    row: { body: own.body },
  });
});

test("other words under a name of one's own are refused, though one's own keys have sealed them", async () => {
  const own = await entry();
  const facts = { item: own.item, rev: own.rev, parents: [], kind: "entry", del: "no" } as const;
  const other = await sealRevision({ ...facts, parents: [] }, plainOf({ v: 1, t: "?" }), keys);
  const verdict = await judge({ seq: 1, rev: own.rev, ...other }, own, keys);
  expect(verdict).toMatchObject({ alarm: { code: "swapped" }, row: { body: own.body } });
});

test("what lies here and does not open is said aloud, and not shown", async () => {
  const [own, other] = [await entry(), await entry()];
  const items = new Items();
  expect(await items.refresh(own.item, [{ ...own, slot: other.slot }], keys)).toMatchObject([
    { code: "does-not-open", rev: own.rev },
  ]);
  expect(items.get(own.item)).toBeUndefined();
});

test("what was met before its keys were here, and is emptied since, is no alarm", async () => {
  const own = await entry();
  const unread = { ...own, sha: "", bad: "generation-later" };
  const verdict = await judge(emptiedAs(own), unread, keys);
  expect(verdict).not.toHaveProperty("alarm");
  expect(verdict).toMatchObject({
    hollow: true,
    row: { item: own.item, sha: own.sha, body: null },
  });
});

test.each(["item", "sha"] as const)(
  "words said to be gone under another %s than their own are refused",
  async (name) => {
    const own = await entry();
    expect(await judge(emptiedAs(own), own, keys)).not.toHaveProperty("alarm");
    const other = await entry();
    const lie = { ...emptiedAs(own), [name]: other[name] };
    expect(await judge(lie, own, keys)).toMatchObject({ alarm: { code: "swapped" } });
  },
);

async function feedOver(rows: readonly Row[], cursor: number, page: object) {
  const store = memoryStore("test");
  const stamp = { account: "ana", epoch: "one", server_now: "2026-11-21T22:10:00Z" };
  const send = async (_: Ask): Promise<Reply> =>
    reply(200, { ...stamp, more: false, digest: digestOf([]), revs: [], ...page });
  await store.update({
    items: rows.map(({ item }) => item),
    change: () => ({ put: rows }),
    meta: { epoch: "one", cursor },
  });
  const clock = { now: () => 0, offset: 0 };
  const dayRule = () => ({ zone: "UTC", dayStartHour: 4 });
  const feed: Feed = {
    store,
    send,
    keys,
    account: "ana",
    clock,
    dayRule,
    build: "1",
    changed: () => undefined,
  };
  return { feed, alarms: async () => (await store.meta()).alarms.map(({ code }) => code) };
}

test("a place in the feed before the one that was reached is a roll-back", async () => {
  const { feed, alarms } = await feedOver([await entry()], 3, { cursor: 2 });
  await pull(feed);
  expect(await alarms()).toEqual(["rolled-back"]);
  expect((await feed.store.meta()).cursor).toBe(3);
});

test("a revision that has moved within its epoch is a roll-back", async () => {
  const own = await entry({ seq: 2 });
  const { feed, alarms } = await feedOver([own], 0, { cursor: 1, revs: [servedAs(own, 1)] });
  await pull(feed);
  expect(await alarms()).toEqual(["rolled-back"]);
});

test("words are gone for a reason only below a deletion, though that one cannot be opened", async () => {
  const gone = await entry({ body: null, slot: null, hollow: 1 });
  const shut = await entry({ item: gone.item, bad: "generation-unknown", seq: 2 });
  const { feed, alarms } = await feedOver([gone, shut], 2, {});
  await checkAtHead(feed, []);
  expect(await alarms()).toEqual(["emptied-without-tombstone"]);
  const grave = { ...shut, del: "keep-day" as const };
  const forged = await feedOver([gone, { ...grave, bad: "seal" }], 2, {});
  await checkAtHead(forged.feed, []);
  expect(await forged.alarms()).toEqual(["emptied-without-tombstone"]);
  const excused = await feedOver([gone, grave], 2, {});
  await checkAtHead(excused.feed, []);
  expect(await excused.alarms()).toEqual([]);
});
