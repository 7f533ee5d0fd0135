import { expect, test } from "vitest";
import { plainOf } from "../crypto/ck1/brands.ts";
import { randomBytes } from "../crypto/ck1/bytes.ts";
import { localKeyring } from "../crypto/ck1/keyring.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { newId } from "../crypto/ids.ts";
import type { Send } from "../http/request.ts";
import { memoryStore } from "../storage/memory.ts";
import type { Row } from "../storage/store.ts";
import { digestOf } from "./digest.ts";
import type { Feed } from "./feed.ts";
import { reply } from "./modelServer.ts";
import { repair } from "./repair.ts";
import { unsentRow } from "./rows.ts";

const keys = await localKeyring(randomBytes(32));
const STAMP = { account: "a1", epoch: "e1", server_now: "2026-11-21T22:10:00Z" };

async function entry(more: Partial<Row>): Promise<Row> {
  const facts = { item: newId(), rev: newId(), parents: [], kind: "entry", del: "no" } as const;
  const own = { ...facts, parents: [] };
  return { ...unsentRow(own, await sealRevision(own, plainOf({ v: 1 }), keys)), ...more };
}

/** One revision on both sides; the server's list of ids is the answer, and `meanwhile` what happens while it is on its way. */
async function withOne(meanwhile: (store: Feed["store"]) => Promise<unknown>) {
  const [store, there] = [memoryStore("test"), await entry({ seq: 1, unsent: 0 })];
  await store.update({ change: () => ({ put: [there] }), meta: { epoch: "e1", cursor: 1 } });
  const send: Send = async () => {
    await meanwhile(store);
    return reply(200, { ...STAMP, ids: [there.rev], cursor: 1, more: false });
  };
  const clock = { now: () => 0, offset: null };
  const dayRule = () => ({ zone: "UTC", dayStartHour: 4 });
  const feed: Feed = {
    ...{ store, send, keys, account: "a1", clock, dayRule, build: "1" },
    changed: () => undefined,
  };
  return { feed, store };
}

const asked = await digestOf(["what the server held before"]);

test("what another tab has pushed since the ids were asked for is not taken as withheld", async () => {
  const pushed = await entry({ seq: 2, unsent: 0 });
  const { feed, store } = await withOne((own) =>
    own.update({ items: [pushed.item], change: () => ({ put: [pushed] }) }),
  );
  await repair(feed, asked);
  expect((await store.meta()).alarms).toEqual([]);
  expect(await store.rows([pushed.rev])).toEqual([pushed]);
});

test("what was there before the ids were asked for, and is not named, is offered again, aloud", async () => {
  const { feed, store } = await withOne(async () => undefined);
  const gone = await entry({ seq: 2, unsent: 0 });
  await store.update({ items: [gone.item], change: () => ({ put: [gone] }) });
  await repair(feed, asked);
  expect((await store.meta()).alarms).toMatchObject([{ code: "withheld", rev: gone.rev }]);
  expect(await store.rows([gone.rev])).toMatchObject([{ seq: null, unsent: 1 }]);
});
