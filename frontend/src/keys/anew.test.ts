import { afterEach, beforeEach, expect, test } from "vitest";
import {
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  secondDevice,
  signedUp,
  WORDS,
} from "../feeds/modelBrowser.ts";
import { answerLost, ModelServer, requestLost, through } from "../feeds/modelServer.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const entry = (text: string) => ({ kind: "entry", words: { ...WORDS, text } });
const textsIn = (device: { items(kind: string): readonly { words: object }[] }) =>
  device.items("entry").map(({ words }) => (words as { text?: string }).text);

/** An account with two entries and a deleted one, whose only phone is gone; and a phone that signs in. */
async function allLost() {
  const { device } = await signedUp(server);
  await device.save(entry("lost one"));
  await device.save(entry("lost two"));
  const gone = await device.save(entry("deleted"));
  await device.sync();
  await device.remove(gone.item, "keep-day");
  await device.sync();
  await device.close();
  const at = browserOf(server);
  const fresh = await open(server, at);
  await fresh.save(entry("written before"));
  expect(await fresh.signIn(EMAIL, PASSWORD)).toMatchObject({ next: "code-needed" });
  return { fresh, at };
}

test("all lost: a new code opens what comes, and what was is counted, shut and kept", async () => {
  const { fresh } = await allLost();
  const before = server.feedOf(EMAIL).revs.length;
  const code = await fresh.startOver(PASSWORD);
  await fresh.sync();
  expect(fresh.state).toMatchObject({ unlocked: true, shut: 2, alarms: [], writtenBefore: 1 });
  expect(fresh.state.recoveryConfirmed).toBe(false);
  await fresh.save(entry("after"));
  await fresh.sync();
  expect(server.feedOf(EMAIL).revs).toHaveLength(before + 1);
  const other = await secondDevice(server, code);
  expect(textsIn(other)).toEqual(["after"]);
  expect(other.state).toMatchObject({ shut: 2, alarms: [], recoveryConfirmed: true });
});

test("what was written here before it is still asked about, and joins", async () => {
  const { fresh } = await allLost();
  await fresh.startOver(PASSWORD);
  await fresh.adopt(true);
  await fresh.sync();
  expect(textsIn(fresh)).toEqual(["written before"]);
  expect(fresh.state).toMatchObject({ unsent: 0, alarms: [] });
});

test("without the password nothing changes", async () => {
  const { fresh } = await allLost();
  await expect(fresh.startOver("another")).rejects.toMatchObject({ code: "wrong-password" });
  expect(server.members[0]?.vault?.gen).toBe(1);
  expect(fresh.state.unlocked).toBe(false);
});

test.each([
  ["the request", requestLost],
  ["the answer", answerLost],
])("with %s lost it is done once more, and holds", async (_, fault) => {
  const { fresh } = await allLost();
  const isRotation = server.asked.length;
  server.faults = [through, through, through, through, fault];
  await expect(fresh.startOver(PASSWORD)).rejects.toMatchObject({ code: "offline" });
  expect(server.asked.slice(isRotation).at(-1)).toBe("POST /api/v1/vault/rotate/");
  server.faults = [];
  const code = await fresh.startOver(PASSWORD);
  await fresh.save(entry("after"));
  await fresh.sync();
  expect(textsIn(await secondDevice(server, code))).toEqual(["after"]);
});

test("a phone that only lacks the newest code keeps what it can open", async () => {
  const { device, code } = await signedUp(server);
  await device.save(entry("old"));
  const away = await secondDevice(server, code);
  await device.changeKeys(PASSWORD);
  await device.save(entry("sealed with the lost code"));
  await device.sync();
  await device.close();
  await away.sync();
  await away.save(entry("meanwhile"));
  const next = await away.startOver(PASSWORD);
  await away.sync();
  expect(textsIn(away).toSorted()).toEqual(["meanwhile", "old"]);
  expect(away.state).toMatchObject({ shut: 1, unsent: 0, alarms: [] });
  expect(textsIn(await secondDevice(server, next)).toSorted()).toEqual(["meanwhile", "old"]);
});

test("a phone in a drawer that was open all along brings everything back with the new code", async () => {
  const { device, code } = await signedUp(server);
  const drawer = await secondDevice(server, code);
  const one = await device.save(entry("one"));
  await device.save(entry("two"));
  await device.sync();
  await drawer.sync();
  await drawer.save({ ...entry("one, and more"), item: one.item });
  server.faults = Array.from({ length: 20 }, () => requestLost);
  await drawer.save(entry("never sent"));
  await drawer.sync();
  server.faults = [];
  const fresh = await open(server);
  await fresh.signIn(EMAIL, PASSWORD);
  const next = await fresh.startOver(PASSWORD);
  await fresh.sync();
  expect(fresh.state.shut).toBeGreaterThan(1);
  await drawer.sync();
  await drawer.unlock(next);
  await drawer.sync();
  await fresh.sync();
  const all = ["never sent", "one, and more", "two"];
  for (const phone of [drawer, fresh]) {
    expect(textsIn(phone).toSorted()).toEqual(all);
    expect(phone.state).toMatchObject({ shut: 0, unsent: 0, alarms: [] });
  }
});
