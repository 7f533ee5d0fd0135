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
import { ModelServer } from "../feeds/modelServer.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const entry = (text: string) => ({ kind: "entry", words: { ...WORDS, text } });
const TEN_MINUTES = 600_000;

/** A phone of the third generation, and a server that is restored to an earlier one: 1, or to nothing (0). */
async function restoredTo(gen: 0 | 1) {
  const at = browserOf(server);
  const { device, code } = await signedUp(server, at);
  await device.save(entry("first"));
  await device.sync();
  const member = server.members[0];
  if (!member?.vault) throw new Error("no vault");
  const backup = structuredClone({ vault: member.vault, keycards: member.keycards });
  await device.changeKeys(PASSWORD);
  const next = await device.changeKeys(PASSWORD);
  await device.save(entry("second"));
  await device.sync();
  Object.assign(member, gen === 0 ? { vault: null, keycards: [] } : backup);
  server.restore(EMAIL, gen);
  return { at, device, member, code, next };
}

test.each([0, 1] as const)(
  "a server restored to generation %d gets the third back before anything is sent",
  async (gen) => {
    const { device, member, next } = await restoredTo(gen);
    await device.save(entry("third"));
    await device.sync();
    expect(device.state).toMatchObject({ sync: "idle", unsent: 0, unlocked: true, alarms: [] });
    expect([member.vault?.gen, member.keycards.length]).toEqual([3, 3]);
    const other = await secondDevice(server, next);
    expect(other.items("entry")).toHaveLength(3);
    expect(other.state.alarms).toEqual([]);
  },
);

test("where the password was given long ago it is asked for first, and nothing is lost", async () => {
  const { at, device } = await restoredTo(1);
  server.now += TEN_MINUTES;
  await device.save(entry("third"));
  await device.sync();
  expect(device.state).toMatchObject({ sync: "sign-in-needed", alarms: [] });
  expect(device.items("entry")).toHaveLength(3);
  await device.signIn(EMAIL, PASSWORD);
  await device.sync();
  expect(device.state).toMatchObject({ sync: "idle", unsent: 0, alarms: [] });
  await device.close();
  expect((await open(server, at)).items("entry")).toHaveLength(3);
});

test("a phone that was unlocked by the code can do it too", async () => {
  const { device, member, next } = await restoredTo(1);
  await device.sync();
  const other = await secondDevice(server, next);
  const { vault } = member;
  Object.assign(member, { vault: null, keycards: [] });
  server.restore(EMAIL, 0);
  await other.save(entry("third"));
  await other.sync();
  expect(other.state).toMatchObject({ sync: "idle", unsent: 0, alarms: [] });
  expect([member.vault?.keybag, member.keycards.length]).toEqual([vault?.keybag, 3]);
});

test("where another phone renewed the restored keys meanwhile, nothing is pushed under ours", async () => {
  const { device, code } = await restoredTo(1);
  const old = await secondDevice(server, code);
  await old.changeKeys(PASSWORD);
  await old.changeKeys(PASSWORD);
  const { length } = server.feedOf(EMAIL).revs;
  await device.save(entry("third"));
  await device.sync();
  expect(device.state).toMatchObject({
    sync: "stopped",
    alarms: [{ code: "replayed-generation" }],
  });
  expect(server.feedOf(EMAIL).revs).toHaveLength(length);
  expect(device.items("entry")).toHaveLength(3);
});
