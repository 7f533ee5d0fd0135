import { afterEach, beforeEach, expect, test } from "vitest";
import { closeAll, EMAIL, storeOf, WORDS, withPushFault } from "../feeds/modelBrowser.ts";
import { answerLost, type Fault, ModelServer, requestLost } from "../feeds/modelServer.ts";
import type { Send } from "../http/request.ts";
import type { Row } from "../storage/store.ts";
import { sendFrom } from "./outbox.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

/** A closed app with an entry and its edit waiting, and what its worker works with. */
async function closedWithTwoWaiting() {
  const fault: { now: Fault | null } = { now: requestLost };
  const { device, at } = await withPushFault(server, fault);
  const { item } = await device.save({ kind: "entry", words: WORDS });
  await device.save({ kind: "entry", item, words: { ...WORDS, text: "later" } });
  await device.sync();
  await device.close();
  fault.now = null;
  return { store: await storeOf(at), send: at.send };
}

const stillUnsent = (rows: readonly Row[]) => rows.filter((row) => row.unsent === 1).length;
const arrived = () => server.feedOf(EMAIL).revs.length;

test("the worker sends all that waits, parents first, and says so on the disk", async () => {
  const { store, send } = await closedWithTwoWaiting();
  await sendFrom(store, send, server.now);
  expect([arrived(), stillUnsent(await store.all())]).toEqual([2, 0]);
});

test("an answer that is lost leaves it to the next time, and nothing comes twice", async () => {
  const { store, send } = await closedWithTwoWaiting();
  const losing: Send = (ask) =>
    ask.path.endsWith("/push/") ? answerLost(ask, () => send(ask)) : send(ask);
  await expect(sendFrom(store, losing, server.now)).rejects.toMatchObject({ code: "offline" });
  expect(stillUnsent(await store.all())).toBe(2);
  await sendFrom(store, send, server.now);
  expect([arrived(), stillUnsent(await store.all())]).toEqual([2, 0]);
});

const SESSION = "/_allauth/browser/v1/auth/session";
const LATER: [string, (send: Send) => unknown][] = [
  ["a wrong clock", () => (server.now += 3_600_000)],
  ["another epoch", () => server.restore(EMAIL, 0)],
  ["a session that is over", (send) => send({ method: "DELETE", path: SESSION })],
];

test.each(LATER)("with %s everything waits for the next page", async (_, happen) => {
  const { store, send } = await closedWithTwoWaiting();
  const now = server.now;
  await happen(send);
  await sendFrom(store, send, now);
  expect([arrived(), stillUnsent(await store.all())]).toEqual([0, 2]);
});

test("what the server refuses stays in the outbox, and what can go goes", async () => {
  const { store, send } = await closedWithTwoWaiting();
  const [last] = (await store.unsent()).filter((row) => row.parents.length > 0);
  server.refuse.set(last?.rev ?? "", "bad-header");
  await sendFrom(store, send, server.now);
  expect([arrived(), stillUnsent(await store.all())]).toEqual([1, 1]);
});

test("while other keys are awaited nothing goes out", async () => {
  const { store, send } = await closedWithTwoWaiting();
  await store.update({ meta: { awaits: 2 } });
  await sendFrom(store, send, server.now);
  expect([arrived(), stillUnsent(await store.all())]).toEqual([0, 2]);
});

test("a slot of an earlier generation waits for the page that makes it anew", async () => {
  const { store, send } = await closedWithTwoWaiting();
  const { vault } = await store.meta();
  const there = server.members[0]?.vault;
  if (!vault || !there) throw new Error("there is no vault");
  there.gen = 2;
  await store.update({ meta: { vault: { ...vault, gen: 2 } } });
  await sendFrom(store, send, server.now);
  expect([arrived(), stillUnsent(await store.all())]).toEqual([0, 2]);
});
