import { expect, test } from "vitest";
import type { Sealed } from "../crypto/ck1/brands.ts";
import { localKeyring } from "../crypto/ck1/keyring.ts";
import type { Ask, Reply } from "../http/request.ts";
import { memoryStore } from "../storage/memory.ts";
import { Outdated, type Row } from "../storage/store.ts";
import type { Feed } from "./feed.ts";
import { problem, reply } from "./modelServer.ts";
import { nextBatch } from "./outbox.ts";
import { pushAll } from "./push.ts";
import { emptied } from "./rows.ts";

const TOKEN = "a.b.c.d.e" as Sealed;
const COPY: Row = {
  ...{ rev: "r", item: "copy-1", kind: "copy", parents: [], del: "no", sha: "s" },
  ...{ body: TOKEN, slot: TOKEN, seq: null, unsent: 1 },
  share: { grant: "g.g.g" as Sealed, consent: "c.c.c" as Sealed },
};
const ENTRY: Row = {
  ...{ rev: "e", item: "entry-1", kind: "entry", parents: [], del: "no", sha: "t" },
  ...{ body: TOKEN, slot: TOKEN, seq: null, unsent: 1 },
};
const stamp = { account: "ana", epoch: "one", server_now: "2026-11-21T22:10:00Z" };

async function feedWith(rows: readonly Row[], answer: (ask: Ask) => Reply) {
  const asked: Ask[] = [];
  const send = async (ask: Ask) => {
    asked.push(ask);
    if (ask.path.endsWith("/copies/")) return answer(ask);
    const { revs } = ask.body as { revs: unknown[] };
    const results = revs.map((_, at) => ({ status: "applied", seq: at + 1 }));
    return reply(200, { ...stamp, head: revs.length, results });
  };
  const store = memoryStore("test");
  await store.update({ meta: { epoch: "one" }, change: () => ({ put: rows }) });
  const clock = { now: () => 0, offset: 0 };
  const dayRule = () => ({ zone: "UTC", dayStartHour: 4 });
  const keys = await localKeyring(new Uint8Array(32));
  const changed = () => undefined;
  const feed: Feed = { store, send, keys, account: "ana", clock, dayRule, build: "1", changed };
  return { feed, store, asked };
}

const taken = () => reply(201, { ...stamp, seq: 7 });

test("a copy goes with its grant and consent in one request of its own, and never by a push", async () => {
  const { feed, store, asked } = await feedWith([COPY, ENTRY], taken);
  expect(await pushAll(feed)).toBe(2);
  expect(asked.map(({ path }) => path)).toEqual(["/api/v1/feed/push/", "/api/v1/copies/"]);
  expect(JSON.stringify(asked[0]?.body)).not.toContain("copy-1");
  expect(asked[1]?.body).toEqual({
    ...{ account: "ana", epoch: "one", gen: 1, body: TOKEN, slot: TOKEN },
    ...{ grant: "g.g.g", consent: "c.c.c" },
  });
  expect(await store.rows(["r"])).toMatchObject([{ unsent: 0, seq: 7 }]);
});

test("what the server does not take stays here, says why, and holds up nothing else", async () => {
  const refuse = () => problem(409, "not-paired");
  const { feed, store, asked } = await feedWith([COPY, ENTRY], refuse);
  expect(await pushAll(feed)).toBe(1);
  expect(await store.attention()).toMatchObject([{ item: "copy-1", code: "not-paired" }]);
  await pushAll(feed);
  expect(asked.filter(({ path }) => path.endsWith("/copies/"))).toHaveLength(1);
});

test.each([
  ["a push", ENTRY],
  ["a copy", COPY],
])(
  "while another tab has begun a new epoch %s waits, and is not held for what it isn't",
  async (_, row) => {
    const { feed, store, asked } = await feedWith([row], taken);
    await store.update({ meta: { epoch: "", cursor: 0 } });
    await expect(pushAll(feed)).rejects.toBeInstanceOf(Outdated);
    expect(asked).toEqual([]);
    expect(await store.attention()).toEqual([]);
  },
);

test("one that was given before and no longer can be is kept as something of one's own", async () => {
  const { feed, store } = await feedWith([COPY], () => problem(400, "consent-expired"));
  const said = { epoch: "one", n: 1, hash: "h", events: ['{"item":"copy-1"}'], before: [] };
  await store.update({ meta: { ledger: said } });
  await pushAll(feed);
  expect((await store.rows(["r"]))[0]?.share).toBeUndefined();
  await pushAll(feed);
  expect(await store.rows(["r"])).toMatchObject([{ unsent: 0 }]);
});

test("what takes a copy back goes first, and the words' key goes with the words", () => {
  const bare = emptied(COPY, "forget");
  const grave: Row = { ...COPY, rev: "t", parents: ["r"], del: "forget" };
  const { share: _, ...tombstone } = grave;
  expect(bare.share).toBeUndefined();
  expect(nextBatch([ENTRY, bare, tombstone], new Set()).map(({ rev }) => rev)).toEqual([
    "t",
    "r",
    "e",
  ]);
});
