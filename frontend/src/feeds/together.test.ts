import { afterEach, beforeEach, expect, test } from "vitest";
import type { Send } from "../http/request.ts";
import { FaultyDisk } from "./faultyDisk.ts";
import { browserOf, closeAll, open, signedUp, storeOf, WORDS } from "./modelBrowser.ts";
import { ModelServer } from "./modelServer.ts";
import type { Change } from "./words.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const entry = (text: string): Change => ({ kind: "entry", words: { ...WORDS, text } });

test("what is saved together is on the disk together, and comes in the order it was given", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  const saved = await device.saveAll([entry("one"), entry("two"), entry("three")]);
  expect(saved.map(({ words }) => words["text"])).toEqual(["one", "two", "three"]);
  await device.close();
  const again = await open(server, at);
  expect(new Set(again.items("entry").map(({ item }) => item))).toEqual(
    new Set(saved.map(({ item }) => item)),
  );
});

test("when one of them cannot be sealed, none is there", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  const tooLong = entry("x".repeat(2 ** 20));
  await expect(device.saveAll([entry("one"), tooLong])).rejects.toMatchObject({ code: "too-long" });
  expect(device.items("entry")).toEqual([]);
  expect(await (await storeOf(at)).all()).toEqual([]);
});

test("a draft is on the disk together with what was saved; with null it is gone together with it", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  const words = { ...WORDS, text: "as it stood" };
  let laid = 0;
  const beside = {
    draft: { key: "good", words },
    laid: () => (laid = device.items("entry").length),
  };
  await device.saveAll([entry("one")], beside);
  expect(laid).toBe(1); // told when it is there to be read
  await device.close();
  const again = await open(server, at);
  expect(await again.draft("good")).toEqual(words);
  const tooLong = entry("x".repeat(2 ** 20));
  const gone = { draft: { key: "good", words: null } };
  await expect(again.saveAll([tooLong], gone)).rejects.toMatchObject({ code: "too-long" });
  expect(await again.draft("good")).toEqual(words);
  await again.saveAll([entry("two")], gone);
  expect(await again.draft("good")).toBeUndefined();
});

test("a draft that the disk did not take does not come back before the one that was saved since", async () => {
  const at = browserOf(server);
  const device = await open(server, at);
  const disk = new FaultyDisk();
  disk.full = 1;
  const old = device.saveDraft("good", { ...WORDS, text: "old" });
  await expect(disk.during(at.disk, () => old)).rejects.toMatchObject({ code: "quota" });
  const words = { ...WORDS, text: "new" };
  await device.saveAll([entry("new")], { draft: { key: "good", words } });
  expect(await device.draft("good")).toEqual(words);
});

test("what is saved together goes to the server in one push", async () => {
  const at = browserOf(server);
  const pushed: number[] = [];
  const send: Send = (ask) => {
    const { revs } = (ask.body ?? {}) as { revs?: unknown[] };
    if (revs?.length) pushed.push(revs.length);
    return at.send(ask);
  };
  const { device } = await signedUp(server, { ...at, send });
  await device.saveAll(["one", "two", "three", "four"].map(entry));
  await device.sync();
  expect(pushed).toEqual([4]);
  expect(device.state.unsent).toBe(0);
});
