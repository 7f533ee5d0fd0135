import { afterEach, beforeEach, expect, test } from "vitest";
import { textOf, unb64url } from "../crypto/ck1/bytes.ts";
import { signUp } from "../http/session.ts";
import type { Device } from "./device.ts";
import {
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  secondDevice,
  signedUp,
  storeOf,
  WORDS,
  withPushFault,
} from "./modelBrowser.ts";
import { answerLost, type Fault, ModelServer, problem, reply, requestLost } from "./modelServer.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const entry = (text: string) => ({ kind: "entry", words: { ...WORDS, text } });
const answering =
  (status: number, code: string, more = {}, after?: number): Fault =>
  async () =>
    problem(status, code, more, after);

test.each([
  ["no session", answering(401, "sign-in-needed"), "sign-in-needed"],
  ["a turned token that stays turned", answering(403, "csrf-failed"), "sign-in-needed"],
  ["another account", answering(409, "account-mismatch"), "stopped"],
  ["a newer app wanted", answering(426, "update-needed"), "update-needed"],
  ["too many", answering(429, "slow-down", {}, 1), "waiting"],
  ["overload", answering(503, "busy", {}, 1), "waiting"],
  ["no room", answering(507, "over-quota", {}, 1), "waiting"],
  ["a broken server", answering(500, "server-error"), "waiting"],
  ["no connection", requestLost, "offline"],
  ["nonsense", async () => reply(200, { hello: "there" }), "waiting"],
  [
    "half an answer",
    async (_ask: unknown, go: () => Promise<{ body: unknown }>) => {
      const { body } = await go();
      return reply(200, { ...(body as object), results: [] });
    },
    "waiting",
  ],
] as [string, Fault, string][])("at %s everything is kept", async (_, meets, state) => {
  const fault: { now: Fault | null } = { now: meets };
  const { device } = await withPushFault(server, fault);
  const saved = await device.save(entry("kept"));
  await device.sync();
  expect(device.state).toMatchObject({ sync: state, unsent: 1, attention: [] });
  expect(device.item(saved.item)).toMatchObject({ unsent: true, words: { text: "kept" } });
});

test("after a lost answer the same revision is sent again, and is there once", async () => {
  const fault: { now: Fault | null } = { now: answerLost };
  const { device } = await withPushFault(server, fault);
  await device.save(entry("once"));
  await device.sync();
  expect(device.state).toMatchObject({ sync: "offline", unsent: 1 });
  fault.now = null;
  await device.sync();
  expect(device.state).toMatchObject({ sync: "idle", unsent: 0 });
  expect(server.feedOf(EMAIL).revs).toHaveLength(1);
});

test("a refused revision is kept and shown, and delays no other", async () => {
  const { device } = await signedUp(server);
  server.faults = Array.from({ length: 4 }, () => requestLost);
  const poison = await device.save(entry("poison"));
  server.refuse.set(poison.rev, "bad-header");
  server.faults = [];
  await device.save(entry("sound"));
  await device.sync();
  const { item, rev } = poison;
  expect(device.state).toMatchObject({ unsent: 0, attention: [{ item, rev, code: "bad-header" }] });
  expect(server.feedOf(EMAIL).revs).toHaveLength(1);
  expect(device.item(item)).toMatchObject({ unsent: true, words: { text: "poison" } });
});

test("another build of the app tries again what this one was refused", async () => {
  const { device, at } = await signedUp(server);
  const saved = await saveRefused(device, "bad-header");
  await device.close();
  server.refuse.clear();
  const later = await open(server, { ...at, parts: { build: "2" } });
  await later.sync();
  expect(later.state).toMatchObject({ unsent: 0, attention: [] });
  expect(later.item(saved.item)?.unsent).toBe(false);
});

test.each(["over-quota", "later-generation", "no-tombstone"])(
  "%s may have passed by the next sync",
  async (code) => {
    const { device } = await signedUp(server);
    const saved = await saveRefused(device, code);
    server.refuse.clear();
    await device.sync();
    expect(device.state).toMatchObject({ unsent: 0, attention: [] });
    expect(device.item(saved.item)?.unsent).toBe(false);
  },
);

async function saveRefused(device: Device, code: string) {
  server.faults = [requestLost];
  const saved = await device.save(entry("refused"));
  server.refuse.set(saved.rev, code);
  server.faults = [];
  await device.sync();
  await device.sync();
  expect(device.state.attention).toMatchObject([{ code }]);
  return saved;
}

test("a batch too large is halved until the one to blame is alone", async () => {
  const fault: { now: Fault | null } = { now: requestLost };
  const { device } = await withPushFault(server, fault);
  for (const text of ["a", "b", "c", "d", "e"]) await device.save(entry(text));
  const [, , blamed] = device.items("entry");
  const sizes: number[] = [];
  fault.now = async (ask, go) => {
    const revs = (ask.body as { revs: { body: string }[] }).revs.map(({ body }) => revIn(body));
    sizes.push(revs.length);
    return revs.includes(blamed?.rev) ? problem(413, "too-large") : go();
  };
  await device.sync();
  expect(sizes).toContain(5);
  expect(sizes).toContain(1);
  expect(device.state).toMatchObject({
    sync: "idle",
    unsent: 0,
    attention: [{ rev: blamed?.rev, code: "too-large" }],
  });
  expect(server.feedOf(EMAIL).revs).toHaveLength(4);
});

function revIn(body: string): string | undefined {
  return JSON.parse(textOf(unb64url(body.split(".")[0] ?? ""))).rev;
}

test("after a restore everything held is offered again, under the new epoch", async () => {
  const { device, code } = await signedUp(server);
  const other = await secondDevice(server, code);
  const first = await device.save(entry("one"));
  await device.sync();
  await device.save({ ...entry("one, edited"), item: first.item });
  await device.save(entry("two"));
  await device.sync();
  server.restore(EMAIL, 1);
  await device.sync();
  await other.sync();
  expect(server.feedOf(EMAIL).revs).toHaveLength(3);
  expect(other.item(first.item)?.words.text).toBe("one, edited");
  expect([...device.state.alarms, ...other.state.alarms]).toEqual([]);
});

test("emptied words do not come back by a restore", async () => {
  const { device, code } = await signedUp(server);
  const saved = await device.save(entry("gone"));
  await device.sync();
  await device.remove(saved.item, "keep-day");
  await device.sync();
  server.restore(EMAIL, 0);
  await device.sync();
  expect(server.feedOf(EMAIL).revs.map((row) => [row.del, row.body === null])).toEqual([
    ["keep-day", false],
    ["no", true],
  ]);
  const other = await secondDevice(server, code);
  expect(other.items()).toEqual([]);
  expect(other.state.alarms).toEqual([]);
});

test("a disk that was emptied under a cursor is filled again from the first revision", async () => {
  const { device, at } = await signedUp(server);
  await device.save(entry("one"));
  await device.sync();
  await device.close();
  const store = await storeOf(at);
  await store.update({ items: "all", change: (rows) => ({ drop: rows.map((row) => row.rev) }) });
  store.close();
  const again = await open(server, at);
  await again.sync();
  expect(again.items("entry")).toMatchObject([{ words: { text: "one" } }]);
  expect(again.state.alarms).toEqual([]);
});

test("a vault the server lost is put back", async () => {
  const { device } = await signedUp(server);
  const [member] = server.members;
  if (member) member.vault = null;
  await device.save(entry("after"));
  await device.sync();
  expect(device.state).toMatchObject({ sync: "idle", unsent: 0 });
  expect(member?.vault).not.toBeNull();
});

test("a device that only has the code puts a lost vault back as well", async () => {
  const { device, code } = await signedUp(server);
  await device.close();
  const other = await secondDevice(server, code);
  const [member] = server.members;
  if (member) member.vault = null;
  await other.save(entry("after"));
  await other.sync();
  expect(other.state).toMatchObject({ sync: "idle", unsent: 0 });
  expect((await secondDevice(server, code)).items()).toHaveLength(1);
});

test("an answer of another epoch is not believed in any part", async () => {
  const fault: { now: Fault | null } = { now: null };
  const { device } = await withPushFault(server, fault);
  await device.save(entry("first"));
  await device.sync();
  fault.now = async (_, go) => {
    const { body } = await go();
    fault.now = null;
    server.restore(EMAIL, 1);
    return reply(200, { ...(body as object), epoch: "11111111-1111-4111-8111-111111111111" });
  };
  await device.save(entry("second"));
  await device.sync();
  expect(device.state).toMatchObject({ sync: "idle", unsent: 0 });
  expect(server.feedOf(EMAIL).revs).toHaveLength(2);
});

test("a page of another epoch is not taken for the rest of this one", async () => {
  const { device } = await signedUp(server);
  for (const text of ["one", "two"]) {
    await device.save(entry(text));
    await device.sync();
  }
  server.restore(EMAIL, 1);
  server.faults = [
    (ask, go) => {
      if (ask.query) ask.query["epoch"] = server.feedOf(EMAIL).epoch; // a server that does not look
      return go();
    },
  ];
  await device.sync();
  expect(server.feedOf(EMAIL).revs).toHaveLength(2);
  expect(device.state).toMatchObject({ sync: "idle", unsent: 0, alarms: [] });
});

test("an answer about somebody else's feed is not taken in", async () => {
  const { device } = await signedUp(server);
  const another: Fault = async (_, go) => {
    const { body } = await go();
    return reply(200, { ...(body as object), account: "11111111-1111-4111-8111-111111111111" });
  };
  server.faults = Array.from({ length: 9 }, () => another);
  await device.save(entry("mine"));
  await device.sync();
  expect(device.state).toMatchObject({ sync: "stopped", unsent: 1 });
  expect(server.feedOf(EMAIL).revs).toEqual([]);
});

test("while another account is signed in nothing of this one's is sent", async () => {
  const { device, at } = await signedUp(server);
  await signUp(at.send, "ben@example.org", PASSWORD);
  const saved = await device.save(entry("ana's"));
  await device.sync();
  expect(device.state).toMatchObject({ sync: "stopped", unsent: 1 });
  expect(server.feedOf("ben@example.org").revs).toEqual([]);
  expect(await device.signIn(EMAIL, PASSWORD)).toMatchObject({ next: "open" });
  await device.sync();
  expect(server.feedOf(EMAIL).revs.map((row) => row.rev)).toEqual([saved.rev]);
});
