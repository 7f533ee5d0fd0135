import { afterEach, beforeEach, expect, test } from "vitest";
import { plainOf, type Sealed } from "../crypto/ck1/brands.ts";
import { randomBytes } from "../crypto/ck1/bytes.ts";
import { knownMark, localKeyring } from "../crypto/ck1/keyring.ts";
import { moveSlot, sealRevision } from "../crypto/ck1/revision.ts";
import { newId } from "../crypto/ids.ts";
import type { Device } from "./device.ts";
import { browserOf, closeAll, EMAIL, open, secondDevice, signedUp, WORDS } from "./modelBrowser.ts";
import { ModelServer } from "./modelServer.ts";
import { judge } from "./verify.ts";

type Served = { seq: number; rev: string; body?: string; slot?: string };

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const entry = (text: string) => ({ kind: "entry", words: { ...WORDS, text } });
const feed = () => server.feedOf(EMAIL).revs;
const codes = (device: Device) => device.state.alarms.map((alarm) => alarm.code);

/** An honest device with two entries on the server, and then a second one that is lied to. */
async function liedTo(lie: (revs: Served[]) => Served[]) {
  const { device, code } = await signedUp(server);
  const first = await device.save(entry("first"));
  await device.sync();
  await device.save(entry("second"));
  await device.sync();
  server.lie = lie as unknown as ModelServer["lie"];
  return { device, other: await secondDevice(server, code), first };
}

test("swapped bodies are refused, aloud, and neither is shown", async () => {
  const { other } = await liedTo(([a, b]) => [
    { ...(a as Served), body: b?.body ?? "" },
    { ...(b as Served), body: a?.body ?? "" },
  ]);
  expect(codes(other)).toEqual(["swapped", "swapped"]);
  expect(other.items()).toEqual([]);
});

test("a whole revision under another name is refused", async () => {
  const { other } = await liedTo(([a, b]) => [
    { ...(a as Served), rev: b?.rev ?? "" },
    { ...(b as Served), rev: a?.rev ?? "" },
  ]);
  expect(codes(other)).toEqual(["swapped", "swapped"]);
});

test("a slot of another revision is refused", async () => {
  const { other } = await liedTo(([a, b]) => [
    { ...(a as Served), slot: b?.slot ?? "" },
    b as Served,
  ]);
  expect(codes(other)).toEqual(["swapped"]);
  expect(other.items().map((one) => one.item)).toEqual([feed()[1]?.item]);
});

test("noise does not open, is kept, and hides nothing else", async () => {
  const { other } = await liedTo(([a, b]) => [
    { ...(a as Served), body: "no.token.at.all.!" },
    b as Served,
  ]);
  expect(codes(other)).toEqual(["does-not-open"]);
  expect(other.items()).toHaveLength(1);
});

test("what was refused is believed once it is served as it should be", async () => {
  const { other } = await liedTo(([a, b]) => [
    { ...(a as Served), body: b?.body ?? "" },
    b as Served,
  ]);
  expect(codes(other)).toEqual(["swapped"]);
  server.lie = (revs) => revs;
  server.restore(EMAIL, 2);
  await other.sync();
  expect(codes(other)).toEqual([]);
  expect(other.items()).toHaveLength(2);
});

test("a forged tombstone deletes nothing", async () => {
  const { device, first } = await liedTo((revs) => revs);
  const forger = await localKeyring(randomBytes(32));
  const facts = { item: first.item, rev: newId(), parents: [first.rev], kind: "entry" };
  const made = await sealRevision({ ...facts, del: "forget" }, plainOf({ v: 1 }), forger);
  feed().push({ ...facts, ...made, del: "forget" });
  await device.sync();
  expect(codes(device)).toContain("forged");
  expect(device.item(first.item)?.words.text).toBe("first");
});

test("words emptied without a tombstone are missed, and kept where they are", async () => {
  const { device, first } = await liedTo((revs) => revs);
  const [row] = feed();
  if (row) Object.assign(row, { body: null, slot: null });
  server.restore(EMAIL, 2);
  await device.sync();
  expect(codes(device)).toEqual(["emptied-without-tombstone"]);
  expect(device.item(first.item)?.words.text).toBe("first");
});

test("an emptied revision that the server makes up hides nothing, on no device", async () => {
  const { device, other, first } = await liedTo((revs) => revs);
  const made = { rev: newId(), item: first.item, kind: "entry", parents: [first.rev], del: "no" };
  feed().push({ ...made, sha: first.rev, body: null, slot: null });
  for (const one of [device, other]) {
    await one.sync();
    expect(codes(one)).toEqual(["emptied-without-tombstone"]);
    expect(one.item(first.item)?.words.text).toBe("first");
  }
  const { rev } = await device.save({ ...entry("edited"), item: first.item });
  await device.sync();
  expect(feed().find((row) => row.rev === rev)?.parents).toEqual([first.rev]);
});

test("a revision the server stops serving is missed, and offered again", async () => {
  const { device } = await liedTo((revs) => revs);
  feed().splice(0, 1);
  await device.save(entry("third"));
  await device.sync();
  expect(codes(device)).toContain("withheld");
  expect(feed()).toHaveLength(3);
});

test("a parent that is never served is missed", async () => {
  const { device, other, first } = await liedTo((revs) => revs);
  const edit = await device.save({ ...entry("edited"), item: first.item });
  await device.sync();
  const again = await device.save({ ...entry("again"), item: first.item });
  await device.sync();
  feed().splice(
    feed().findIndex((row) => row.rev === edit.rev),
    1,
  );
  await other.sync();
  expect(codes(other)).toEqual(["withheld"]);
  expect(other.item(first.item)?.rev).toBe(again.rev);
});

test("a feed that goes back within its epoch is noticed, and made whole", async () => {
  const { device } = await liedTo((revs) => revs);
  feed().splice(1, 1);
  await device.sync();
  expect(codes(device)).toContain("withheld");
  expect(feed()).toHaveLength(2);
});

test("one item put back to before an edit, while all others go on, is noticed and the edit stays", async () => {
  const { device, other, first } = await liedTo((revs) => revs);
  const edit = await device.save({ ...entry("edited"), item: first.item });
  await device.sync();
  await device.save(entry("third"));
  await device.sync();
  await other.sync();
  const hide = feed().findIndex((row) => row.rev === edit.rev);
  feed().splice(hide, 1);
  await other.save(entry("one more"));
  await other.sync();
  expect([["withheld"], ["rolled-back"]]).toContainEqual(codes(other));
  await device.sync();
  for (const one of [other, device]) expect(one.item(first.item)?.words.text).toBe("edited");
  expect(feed().map(({ rev }) => rev)).toContain(edit.rev);
  expect(device.items()).toHaveLength(4);
});

test("another body under a name this device wrote is refused; its own words stay", async () => {
  const at = browserOf(server);
  const { device } = await signedUp(server, at);
  const saved = await device.save(entry("mine"));
  await device.sync();
  const forger = await localKeyring(randomBytes(32));
  const { item, rev } = saved;
  const made = await sealRevision(
    { item, rev, parents: [], kind: "entry", del: "no" },
    plainOf({ v: 1 }),
    forger,
  );
  Object.assign(feed()[0] as object, made);
  server.restore(EMAIL, 1);
  await device.sync();
  expect(codes(device)).toEqual(["swapped"]);
  await device.close();
  expect((await open(server, at)).item(item)?.words.text).toBe("mine");
});

test("an ended generation is believed only for what it knew", async () => {
  const old = await localKeyring(randomBytes(32));
  const now = await localKeyring(randomBytes(32), 2);
  const facts = { item: newId(), rev: newId(), parents: [], kind: "note", del: "no" } as const;
  const made = await sealRevision({ ...facts, parents: [] }, plainOf({ v: 1 }), old);
  const served = { seq: 1, rev: facts.rev, body: made.body, slot: made.slot };
  const key = old.vaults.get(1)?.key as CryptoKey;
  const knowing = (known: string[]) => ({
    ...now,
    vaults: new Map(now.vaults).set(1, { key, known: new Set(known) }),
  });
  const replayed = await judge(served, undefined, knowing([]));
  expect(replayed).toMatchObject({
    alarm: { code: "replayed-generation" },
    row: { bad: expect.any(String) },
  });
  const mark = await knownMark(facts.rev, made.sha);
  expect(await judge(served, undefined, knowing([mark]))).not.toHaveProperty("alarm");
  const later = { ...served, slot: (await moveSlot(made, old, now)) as Sealed };
  const early = await judge(later, undefined, old);
  expect(early).not.toHaveProperty("alarm");
  expect(early.row.bad).toBe("generation-later");
});
