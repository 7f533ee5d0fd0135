import { afterEach, beforeEach, expect, test } from "vitest";
import type { Send } from "../http/request.ts";
import { memoryRegistry } from "../storage/registry.ts";
import {
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  secondDevice,
  signedUp,
  WORDS,
} from "./modelBrowser.ts";
import { answerLost, ModelServer, requestLost, through } from "./modelServer.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

test("what is written before there is an account is there after a restart", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  const saved = await device.save({ kind: "entry", words: WORDS });
  expect(device.state).toMatchObject({
    account: null,
    unlocked: true,
    unsent: 1,
    sync: "signed-out",
  });
  await device.close();
  const again = await open(server, at);
  expect(again.item(saved.item)).toMatchObject({ words: WORDS, unsent: true, day: "2026-11-21" });
});

test("sign-up takes along what was written, and a second device reads it by the code", async () => {
  const at = browserOf(server);
  const before = await (await open(server, at)).save({ kind: "entry", words: WORDS });
  const { device, code } = await signedUp(server, at);
  expect(device.state).toMatchObject({ unsent: 0, sync: "idle", recoveryConfirmed: false });
  const other = await secondDevice(server, code.toLowerCase());
  expect(other.items("entry")).toMatchObject([{ item: before.item, words: WORDS, unsent: false }]);
  expect(other.state.alarms).toEqual([]);
});

test("nothing that leaves the device holds a word", async () => {
  const at = browserOf(server);
  const sent: string[] = [];
  const send: Send = (ask) => {
    sent.push(JSON.stringify(ask.body ?? {}));
    return at.send(ask);
  };
  const { device } = await signedUp(server, { ...at, send });
  await device.save({ kind: "entry", words: { ...WORDS, text: "canary-kvx" } });
  await device.sync();
  expect(sent.join()).toContain("ey");
  expect(sent.join()).not.toContain("canary-kvx");
  expect(sent.join()).not.toContain(btoa("canary-kvx").slice(0, 12));
});

test("a code with a typo, and another journal's code, are told apart", async () => {
  const { code } = await signedUp(server);
  const device = await open(server);
  await device.signIn(EMAIL, PASSWORD);
  const typo = code.slice(0, -1) + (code.endsWith("2") ? "3" : "2");
  await expect(device.unlock(typo)).rejects.toMatchObject({ code: "code-typo" });
  const foreign = "07NZ-8DNF-B5M2-08TT-7B1S-S1VC-SG65-NS6B";
  await expect(device.unlock(foreign)).rejects.toMatchObject({ code: "code-wrong" });
  await device.unlock(code);
  expect(device.state).toMatchObject({ unlocked: true, recoveryConfirmed: true });
});

test("entries written before sign-in are asked about, and come along on yes", async () => {
  const { device, code } = await signedUp(server);
  await device.save({ kind: "entry", words: { ...WORDS, text: "first phone" } });
  await device.sync();
  const other = await open(server);
  const here = await other.save({ kind: "entry", words: { ...WORDS, text: "second phone" } });
  await other.signIn(EMAIL, PASSWORD);
  await other.unlock(code);
  expect(other.state.writtenBefore).toBe(1);
  expect(other.item(here.item)).toBeUndefined();
  await other.adopt(true);
  await other.sync();
  expect(other.state).toMatchObject({ writtenBefore: 0, unsent: 0, alarms: [] });
  expect(other.item(here.item)?.rev).toBe(here.rev);
  await device.sync();
  expect(device.items("entry")).toHaveLength(2);
});

test("on no they stay on the device, out of the account, and are there again after sign-out", async () => {
  const { code } = await signedUp(server);
  const other = await open(server);
  const here = await other.save({ kind: "entry", words: WORDS });
  await other.signIn(EMAIL, PASSWORD);
  await other.unlock(code);
  await other.adopt(false);
  await other.sync();
  expect(other.state.writtenBefore).toBe(0);
  expect(server.feedOf(EMAIL).revs).toHaveLength(0);
  await other.signOut();
  expect(other.item(here.item)).toMatchObject({ words: WORDS });
});

test("signing out takes the keys; what was never sent stays locked and opens again by the code", async () => {
  const { device, code } = await signedUp(server);
  server.faults = Array.from({ length: 9 }, () => requestLost);
  const saved = await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  expect(device.state).toMatchObject({ unsent: 1, sync: "offline" });
  await device.signOut();
  server.faults = [];
  expect(device.state).toMatchObject({ account: null, sync: "signed-out", unsent: 0 });
  expect(device.items()).toEqual([]);
  expect(await device.signIn(EMAIL, PASSWORD)).toMatchObject({ next: "code-needed" });
  await device.unlock(code);
  await device.sync();
  expect(device.item(saved.item)).toMatchObject({ words: WORDS, unsent: false });
});

test("a vault whose answer was lost is made once", async () => {
  const device = await open(server);
  server.faults = [through, through, answerLost];
  const { recoveryCode } = await device.signUp(EMAIL, PASSWORD);
  await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  await device.sync();
  expect(device.state).toMatchObject({ unsent: 0, sync: "idle" });
  expect((await secondDevice(server, recoveryCode)).items()).toHaveLength(1);
});

test("of two devices signing up one account's vault, the second waits for the code", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  server.faults = [through, through, requestLost, requestLost, requestLost];
  await device.signUp(EMAIL, PASSWORD);
  const mine = await device.save({ kind: "entry", words: WORDS });
  const other = await open(server);
  server.faults = [];
  expect(await other.signIn(EMAIL, PASSWORD)).toMatchObject({ next: "open" });
  await other.sync();
  const code = await other.newRecoveryCode();
  await device.sync();
  await expect.poll(() => device.state.sync).toBe("locked");
  expect(device.item(mine.item)).toMatchObject({ words: WORDS });
  await device.unlock(code);
  expect(device.state.writtenBefore).toBe(1);
});

test("a new code opens, and once it is confirmed the old one does not", async () => {
  const { device, code } = await signedUp(server);
  const renewed = await device.newRecoveryCode();
  expect(device.state.recoveryConfirmed).toBe(false);
  await device.confirmRecoveryCode();
  expect(device.state.recoveryConfirmed).toBe(true);
  const other = await open(server);
  await other.signIn(EMAIL, PASSWORD);
  await expect(other.unlock(code)).rejects.toMatchObject({ code: "code-wrong" });
  await other.unlock(renewed);
  expect(other.state.unlocked).toBe(true);
});

test("another account is kept out of a store that has one", async () => {
  const { device } = await signedUp(server);
  const guest = await open(server);
  await guest.signUp("ben@example.org", "another password");
  await expect(device.signIn("ben@example.org", "another password")).rejects.toMatchObject({
    code: "other-account",
  });
  expect(device.state.account?.email).toBe(EMAIL);
});

test("of drafts the last wins, and they lie sealed on the disk", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  const typing = ["a", "ab", "abc"].map((text) => device.saveDraft("call", { v: 1, text }));
  expect(await device.draft("call")).toEqual({ v: 1, text: "abc" });
  await Promise.all(typing);
  await device.close();
  const again = await open(server, at);
  expect(await again.draft("call")).toEqual({ v: 1, text: "abc" });
  await again.dropDraft("call");
  expect(await again.draft("call")).toBeUndefined();
});

test("two tabs of one browser see what the other wrote, and neither undoes it", async () => {
  const at = browserOf(server);
  const [one, two] = [await open(server, at), await open(server, at)];
  const first = await one.save({ kind: "entry", words: { ...WORDS, text: "one" } });
  await expect.poll(() => two.item(first.item)?.words.text).toBe("one");
  await two.save({ kind: "entry", item: first.item, words: { ...WORDS, text: "two" } });
  await expect.poll(() => one.item(first.item)?.words.text).toBe("two");
  expect(one.item(first.item)?.others).toEqual([]);
  await one.signUp(EMAIL, PASSWORD);
  await expect.poll(() => two.state.account?.email).toBe(EMAIL);
  await two.sync();
  expect(two.state).toMatchObject({ unsent: 0, alarms: [] });
});

test("two tabs that edit the same words at once leave both, for the person to join", async () => {
  const at = browserOf(server);
  const [one, two] = [await open(server, at), await open(server, at)];
  const { item } = await one.save({ kind: "entry", words: { ...WORDS, text: "first" } });
  await expect.poll(() => two.item(item)?.words.text).toBe("first");
  const edit = (text: string) => ({ kind: "entry", item, words: { ...WORDS, text } });
  await Promise.all([one.save(edit("one")), two.save(edit("two"))]);
  await expect.poll(() => one.item(item)?.others).toHaveLength(1);
  expect((await one.save(edit("mine, again"))).others).toHaveLength(1);
  await one.save({ ...edit("both"), join: true });
  await expect.poll(() => two.item(item)).toMatchObject({ words: { text: "both" }, others: [] });
});

test("what came while an editor was open is not written over by it", async () => {
  const { device, code } = await signedUp(server);
  const { item, rev: upon } = await device.save({
    kind: "entry",
    words: { ...WORDS, text: "first" },
  });
  expect(device.item(item)?.onlyHere).toBe(true);
  await device.sync();
  expect(device.item(item)?.onlyHere).toBeUndefined();
  const other = await secondDevice(server, code);
  await other.save({ kind: "entry", item, words: { ...WORDS, text: "theirs" } });
  await other.sync();
  await device.sync();
  await device.save({ kind: "entry", item, upon, words: { ...WORDS, text: "mine" } });
  const texts = [device.item(item), ...(device.item(item)?.others ?? [])];
  expect(texts.map((one) => one?.words.text).sort()).toEqual(["mine", "theirs"]);
  await device.sync();
  await other.sync();
  expect(other.item(item)?.others).toHaveLength(1);
});

test("the same words written twice show once", async () => {
  const at = browserOf(server);
  const [one, two] = [await open(server, at), await open(server, at)];
  const { item } = await one.save({ kind: "entry", words: WORDS });
  await expect.poll(() => two.item(item)).toBeDefined();
  const edit = { kind: "entry", item, words: { ...WORDS, mood: 1 } };
  await Promise.all([one.save(edit), two.save(edit)]);
  await expect.poll(() => two.item(item)).toMatchObject({ words: { mood: 1 }, others: [] });
});

test("a browser that cannot keep keys works in memory, and says so", async () => {
  const device = await open(server, browserOf(server, { registry: memoryRegistry() }));
  const saved = await device.save({ kind: "entry", words: WORDS });
  const { recoveryCode } = await device.signUp(EMAIL, PASSWORD);
  await device.sync();
  expect(device.state).toMatchObject({ storage: "memory", unsent: 0, sync: "idle" });
  expect((await secondDevice(server, recoveryCode)).item(saved.item)?.words).toEqual(WORDS);
});

test("an edit of what another device deleted is shown, and the words below stay gone", async () => {
  const { device, code } = await signedUp(server);
  const saved = await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  const other = await secondDevice(server, code);
  await other.remove(saved.item, "keep-day");
  await other.sync();
  await device.save({
    kind: "entry",
    item: saved.item,
    words: { ...WORDS, text: "but I was typing" },
  });
  await device.sync();
  await other.sync();
  for (const { item } of [device, other]) {
    expect(item(saved.item)).toMatchObject({ words: { text: "but I was typing" }, others: [] });
  }
  expect(server.feedOf(EMAIL).revs[0]?.body).toBeNull();
});

test("words too many for one revision are refused before anything is written", async () => {
  const device = await open(server);
  const long = device.save({ kind: "entry", words: { ...WORDS, text: "x".repeat(70_000) } });
  await expect(long).rejects.toMatchObject({ code: "too-long" });
  expect(device.state.unsent).toBe(0);
});
