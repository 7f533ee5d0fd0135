import { afterEach, beforeEach, expect, test } from "vitest";
import {
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  signedUp,
  storeOf,
  WORDS,
} from "../feeds/modelBrowser.ts";
import { ModelServer, requestLost } from "../feeds/modelServer.ts";
import { diskRegistry } from "../storage/registry.ts";

const BEN = "ben@example.org";
let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const textsIn = (device: { items(kind: string): readonly { words: object }[] }) =>
  device.items("entry").map(({ words }) => (words as { text?: string }).text);

/** Ana signed up in this browser, and wrote something the server never got. */
async function withUnsent() {
  const { device, code, at } = await signedUp(server);
  server.faults = Array.from({ length: 9 }, () => requestLost);
  await device.save({ kind: "entry", words: { ...WORDS, text: "Ana's" } });
  await device.sync();
  expect(device.state).toMatchObject({ unsent: 1, sync: "offline" });
  return { device, code, at };
}

test("two accounts in one browser never mix, kept rows and all", async () => {
  const { device, code } = await withUnsent();
  await device.signOut("keep");
  server.faults = [];
  await device.signUp(BEN, PASSWORD);
  await device.save({ kind: "entry", words: { ...WORDS, text: "Ben's" } });
  await device.sync();
  expect(textsIn(device)).toEqual(["Ben's"]);
  expect([server.feedOf(EMAIL).revs.length, server.feedOf(BEN).revs.length]).toEqual([0, 1]);
  await device.signOut();
  await device.signIn(EMAIL, PASSWORD);
  await device.unlock(code);
  await device.sync();
  expect(textsIn(device)).toEqual(["Ana's"]);
  expect([server.feedOf(EMAIL).revs.length, server.feedOf(BEN).revs.length]).toEqual([1, 1]);
});

test("nobody else signs in over an open account", async () => {
  const { device } = await withUnsent();
  server.faults = [];
  await server.browser()({
    method: "POST",
    path: "/_allauth/browser/v1/auth/signup",
    body: { email: BEN, password: PASSWORD },
  });
  await expect(device.signIn(BEN, PASSWORD)).rejects.toMatchObject({ code: "other-account" });
  expect(device.state).toMatchObject({ account: { email: EMAIL }, unsent: 1 });
});

test("thrown away is gone from the disk; everything else is not", async () => {
  const { device, at } = await withUnsent();
  const { name } = await storeOf(at);
  await device.signOut("discard");
  const left = (await at.disk.databases()).map((one) => one.name);
  expect(left).not.toContain(name);
  expect(left).toContain("aftershift");
});

test("the file to take along holds the words, and the sealed rows as they lie here", async () => {
  const { device, at } = await withUnsent();
  const file = JSON.parse(await device.takeAlong());
  const rows = await (await storeOf(at)).all();
  expect(file.readable).toMatchObject([{ kind: "entry", words: { text: "Ana's" } }]);
  expect(file.sealed.rows).toEqual(JSON.parse(JSON.stringify(rows)));
});

test("on a shared computer nothing of the account comes to the disk", async () => {
  const { code } = await signedUp(server);
  const at = browserOf(server);
  const device = await open(server, at);
  const before = (await at.disk.databases()).length;
  await device.signIn(EMAIL, PASSWORD, { shared: true });
  await device.unlock(code);
  await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  expect(device.state).toMatchObject({ shared: true, storage: "memory", unsent: 0 });
  expect((await at.disk.databases()).length).toBe(before);
  await device.signOut();
  expect(device.state).toMatchObject({ shared: false, storage: "disk", account: null });
  expect(device.items()).toEqual([]);
});

test("a shared computer's session ends at the next start, where the page could not say so", async () => {
  const { code } = await signedUp(server);
  const at = browserOf(server);
  const device = await open(server, at);
  await device.signIn(EMAIL, PASSWORD, { shared: true });
  await device.unlock(code);
  await device.close();
  const again = await open(server, at);
  expect(again.state).toMatchObject({ account: null, sync: "signed-out" });
  expect((await at.send({ path: "/api/v1/me/" })).status).toBe(401);
});

test("somebody who is signed in is not signed in over in memory", async () => {
  const { device } = await signedUp(server);
  const other = device.signIn(EMAIL, PASSWORD, { shared: true });
  await expect(other).rejects.toMatchObject({ code: "other-account" });
});

test("who leaves leaves nothing here, and may come back and stay for some days", async () => {
  const { device, code, at } = await signedUp(server);
  await device.save({ kind: "entry", words: { ...WORDS, text: "kept for a while" } });
  await expect(device.leave("another password")).rejects.toMatchObject({ code: "wrong-password" });
  expect(await device.leavingOn()).toBeNull();
  const day = await device.leave(PASSWORD);
  expect(day).toBe("2026-11-28");
  expect(device.state).toMatchObject({ account: null, unsent: 0 });
  expect([device.items("entry").length, (await (await storeOf(at)).all()).length]).toEqual([0, 0]);
  await device.signIn(EMAIL, PASSWORD);
  await device.unlock(code);
  await device.sync();
  expect(textsIn(device)).toEqual(["kept for a while"]);
  expect(await device.leavingOn()).toBe(day);
  await device.stay();
  expect(await device.leavingOn()).toBeNull();
});

test("without an account everything here is erased at once", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  await device.save({ kind: "entry", words: WORDS });
  await device.saveDraft("rough", WORDS);
  await device.eraseHere();
  expect([device.items().length, await device.draft("rough")]).toEqual([0, undefined]);
  await closeAll();
  expect((await open(server, at)).items()).toEqual([]);
  expect((await diskRegistry().read()).places).toHaveLength(1);
  expect(await at.disk.databases()).toHaveLength(2);
});
