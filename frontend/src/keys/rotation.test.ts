import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Facts } from "../crypto/ck1/body.ts";
import { plainOf } from "../crypto/ck1/brands.ts";
import { openKeybag } from "../crypto/ck1/keyring.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { unwrapRootOnDevice } from "../crypto/ck1/root.ts";
import { newId } from "../crypto/ids.ts";
import {
  type Browser,
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  secondDevice,
  signedUp,
  storeOf,
  WORDS,
} from "../feeds/modelBrowser.ts";
import { answerLost, type Fault, ModelServer, requestLost } from "../feeds/modelServer.ts";
import type { Ask } from "../http/request.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const wordsOf = (text: string) => ({ kind: "entry", words: { ...WORDS, text } });
const textsIn = (device: { items(kind: string): readonly { words: object }[] }) =>
  device
    .items("entry")
    .map(({ words }) => (words as { text?: string }).text ?? "")
    .sort();

/** A browser whose request to rotate meets the fault. */
function rotatingWith(fault: Fault): Browser {
  const at = browserOf(server);
  const isRotation = (ask: Ask) => ask.path.endsWith("vault/rotate/");
  return {
    ...at,
    send: (ask) => (isRotation(ask) ? fault(ask, () => at.send(ask)) : at.send(ask)),
  };
}

async function settled(device: { sync(): Promise<void>; state: { sync: string } }) {
  for (let round = 0; round < 3; round += 1) await device.sync();
}

test("after a rotation everything opens, old and new, and only by the new code", async () => {
  const { device, code } = await signedUp(server);
  await device.save(wordsOf("before"));
  await device.sync();
  const next = await device.changeKeys(PASSWORD);
  await device.save(wordsOf("after"));
  await device.sync();
  expect(device.state).toMatchObject({
    sync: "idle",
    unsent: 0,
    alarms: [],
    recoveryConfirmed: false,
  });
  const other = await open(server);
  await other.signIn(EMAIL, PASSWORD);
  await expect(other.unlock(code)).rejects.toMatchObject({ code: "code-wrong" });
  await other.unlock(next);
  await other.sync();
  expect(textsIn(other)).toEqual(["after", "before"]);
  expect(other.state.alarms).toEqual([]);
});

test("twice rotated, the first entry still opens", async () => {
  const { device } = await signedUp(server);
  await device.save(wordsOf("one"));
  await device.changeKeys(PASSWORD);
  await device.save(wordsOf("two"));
  const code = await device.changeKeys(PASSWORD);
  const other = await secondDevice(server, code);
  expect(textsIn(other)).toEqual(["one", "two"]);
  expect(other.state.alarms).toEqual([]);
});

test("without the password nothing changes", async () => {
  const { device, code } = await signedUp(server);
  await expect(device.changeKeys("another")).rejects.toMatchObject({ code: "wrong-password" });
  await secondDevice(server, code);
});

test("a device that was away is locked, and opens by the new code; what it had is sent under the new keys", async () => {
  const { device, code } = await signedUp(server);
  const away = await secondDevice(server, code);
  server.faults = Array.from({ length: 20 }, () => requestLost);
  await away.save(wordsOf("written away"));
  await away.sync();
  server.faults = [];
  const next = await device.changeKeys(PASSWORD);
  await device.save(wordsOf("after"));
  await device.sync();
  await settled(away);
  expect(away.state).toMatchObject({ sync: "locked", unlocked: false, unsent: 1, alarms: [] });
  expect(await away.signIn(EMAIL, PASSWORD)).toMatchObject({ next: "code-needed" });
  await away.unlock(next);
  await settled(away);
  expect(textsIn(away)).toEqual(["after", "written away"]);
  await device.sync();
  expect(textsIn(device)).toEqual(["after", "written away"]);
  for (const one of [away, device]) expect(one.state).toMatchObject({ unsent: 0, alarms: [] });
});

test("a device with nothing to send learns of the new keys too, and stays locked over a restart", async () => {
  const at = browserOf(server);
  const { device, code } = await signedUp(server);
  const away = await open(server, at);
  await away.signIn(EMAIL, PASSWORD);
  await away.unlock(code);
  const next = await device.changeKeys(PASSWORD);
  await device.save(wordsOf("after"));
  await settled(device);
  await settled(away);
  expect(away.state).toMatchObject({ unlocked: false, alarms: [] });
  await away.close();
  const again = await open(server, at);
  await settled(again);
  expect(again.state).toMatchObject({ unlocked: false, sync: "locked" });
  await again.unlock(next);
  await settled(again);
  expect(textsIn(again)).toEqual(["after"]);
});

test("met before its keys were here, and lost by the server since: the one device that has it offers it again", async () => {
  const { device, code } = await signedUp(server);
  await device.save(wordsOf("before"));
  await device.sync();
  const away = await secondDevice(server, code);
  const next = await device.changeKeys(PASSWORD);
  await device.save(wordsOf("after"));
  await device.sync();
  await settled(away);
  expect(away.state).toMatchObject({ sync: "locked" });
  await device.signOut();
  server.restore(EMAIL, 1);
  await away.unlock(next);
  await settled(away);
  expect(textsIn(away)).toEqual(["after", "before"]);
  expect(away.state).toMatchObject({ sync: "idle", unsent: 0, alarms: [] });
  expect(textsIn(await secondDevice(server, next))).toEqual(["after", "before"]);
});

test.each([
  ["the request lost", requestLost, 1],
  ["the answer lost", answerLost, 2],
])("killed in the middle, all or nothing: %s", async (_, fault, gen) => {
  const at = rotatingWith(fault);
  const { device } = await signedUp(server, at);
  await device.save(wordsOf("before"));
  await expect(device.changeKeys(PASSWORD)).rejects.toMatchObject({ code: "offline" });
  await device.close();
  const again = await open(server, at);
  await settled(again);
  await again.save(wordsOf("after"));
  await settled(again);
  expect(again.state).toMatchObject({ sync: "idle", unsent: 0, unlocked: true, alarms: [] });
  expect(server.members[0]?.vault?.gen).toBe(gen);
  const other = await secondDevice(server, await again.newRecoveryCode());
  expect(textsIn(other)).toEqual(["after", "before"]);
});

test("a request that was thought lost and arrives late is met", async () => {
  let late: (() => Promise<unknown>) | undefined;
  const at = rotatingWith(async (ask, go) => {
    late ??= go;
    return requestLost(ask, go);
  });
  const { device } = await signedUp(server, at);
  await expect(device.changeKeys(PASSWORD)).rejects.toMatchObject({ code: "offline" });
  await settled(device);
  await late?.();
  await device.save(wordsOf("after"));
  await settled(device);
  const done = { sync: "idle", unsent: 0, alarms: [] };
  await vi.waitFor(() => expect(device.state).toMatchObject(done));
  expect(server.members[0]?.vault?.gen).toBe(2);
});

test("written by another phone meanwhile: read, and renewed once more", async () => {
  const { device: first, code } = await signedUp(server);
  let other = first;
  const at = rotatingWith(async (_ask, go) => {
    if (server.feedOf(EMAIL).revs.length === 0) {
      await other.save(wordsOf("meanwhile"));
      await other.sync();
    }
    return go();
  });
  const device = await open(server, at);
  await device.signIn(EMAIL, PASSWORD);
  await device.unlock(code);
  other = first;
  const next = await device.changeKeys(PASSWORD);
  expect(textsIn(await secondDevice(server, next))).toEqual(["meanwhile"]);
});

test("whoever has the old root cannot slip in what the account never had", async () => {
  const at = browserOf(server);
  const { device } = await signedUp(server, at);
  const { device: wrapper, root, vault } = await (await storeOf(at)).meta();
  const code = await device.changeKeys(PASSWORD);
  if (wrapper === null || root === null || vault === null) throw new Error("not signed up");
  const stolen = await openKeybag(await unwrapRootOnDevice(root, wrapper), 1, vault.keybag);
  const day = "2026-11-21";
  const facts: Facts = {
    item: newId(),
    rev: newId(),
    parents: [],
    kind: "entry",
    day,
    written: day,
    del: "no",
  };
  const forged = await sealRevision(facts, plainOf(wordsOf("slipped in").words), stolen);
  server.feedOf(EMAIL).revs.push({ ...facts, ...forged });
  await device.sync();
  const other = await secondDevice(server, code);
  for (const one of [device, other]) {
    expect(textsIn(one)).toEqual([]);
    expect(one.state.alarms).toMatchObject([{ code: "replayed-generation" }]);
  }
  await expect(device.changeKeys(PASSWORD)).rejects.toMatchObject({ code: "alarmed" });
});
