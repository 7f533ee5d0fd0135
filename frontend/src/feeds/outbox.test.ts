import { afterEach, beforeEach, expect, test } from "vitest";
import type { Sealed } from "../crypto/ck1/brands.ts";
import type { Row } from "../storage/store.ts";
import {
  closeAll,
  EMAIL,
  secondDevice,
  signedUp,
  storeOf,
  WORDS,
  withPushFault,
} from "./modelBrowser.ts";
import { type Fault, ModelServer, requestLost } from "./modelServer.ts";
import { nextBatch } from "./outbox.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const entry = (text: string) => ({ kind: "entry", words: { ...WORDS, text } });

test("edits made offline arrive in order, parents first", async () => {
  const fault: { now: Fault | null } = { now: requestLost };
  const { device, code } = await withPushFault(server, fault);
  const { item } = await device.save(entry("1"));
  for (const text of ["2", "3", "4"]) await device.save({ ...entry(text), item });
  fault.now = null;
  await device.sync();
  const { revs } = server.feedOf(EMAIL);
  expect(revs.map((row) => row.parents)).toEqual([[], ...revs.slice(0, 3).map((row) => [row.rev])]);
  expect((await secondDevice(server, code)).item(item)?.words.text).toBe("4");
});

test("what was written and deleted offline arrives as what remains of it", async () => {
  const fault: { now: Fault | null } = { now: requestLost };
  const { device, code } = await withPushFault(server, fault);
  const { item } = await device.save(entry("never mind"));
  await device.remove(item, "forget");
  fault.now = null;
  await device.sync();
  expect(device.state).toMatchObject({ unsent: 0, attention: [] });
  expect(server.feedOf(EMAIL).revs.map((row) => [row.del, row.day])).toEqual([
    ["forget", undefined],
    ["no", undefined],
  ]);
  expect((await secondDevice(server, code)).state.alarms).toEqual([]);
});

test("a tombstone upon something refused is sealed anew upon what the server has", async () => {
  const { device } = await signedUp(server);
  const first = await device.save(entry("sound"));
  await device.sync();
  server.faults = [requestLost];
  const edit = await device.save({ ...entry("refused"), item: first.item });
  server.refuse.set(edit.rev, "bad-header");
  server.faults = [];
  await device.sync();
  await device.sync();
  await device.remove(first.item, "keep-day");
  await device.sync();
  const last = server.feedOf(EMAIL).revs.at(-1);
  expect(last).toMatchObject({ del: "keep-day", parents: [first.rev] });
  // What was refused has lost its words by it: nobody needs it any more.
  expect(device.state).toMatchObject({ unsent: 0, attention: [] });
});

test("what was refused and came to the server all the same needs no attention any more", async () => {
  const fault: { now: Fault | null } = { now: requestLost };
  const { device } = await withPushFault(server, fault);
  const late: (() => Promise<unknown>)[] = [];
  const { rev } = await device.save(entry("on its way twice"));
  server.refuse.set(rev, "bad-header");
  await device.sync();
  fault.now = (_, go) => {
    late.push(go);
    return go();
  };
  await device.sync();
  expect(device.state.attention.map((note) => note.rev)).toEqual([rev]);
  server.refuse.delete(rev);
  await late.at(-1)?.();
  await device.sync();
  expect(device.state).toMatchObject({ unsent: 0, attention: [] });
});

test("what was forgotten stays so where it came back and was deleted once more, keeping its day", async () => {
  const fault: { now: Fault | null } = { now: null };
  const { device, code } = await withPushFault(server, fault);
  const { item, rev } = await device.save(entry("forget me"));
  await device.sync();
  fault.now = requestLost;
  await device.remove(item, "forget");
  await device.save({ ...entry("and yet"), item });
  await device.remove(item, "keep-day");
  fault.now = null;
  await device.sync();
  const { revs } = server.feedOf(EMAIL);
  expect(revs.find((row) => row.rev === rev)?.day).toBeUndefined();
  expect(device.state).toMatchObject({ unsent: 0, attention: [] });
  const other = await secondDevice(server, code);
  expect(other.state.alarms).toEqual([]);
  expect(other.marks().map((mark) => mark.day)).toEqual(device.marks().map((mark) => mark.day));
});

test("an answer that another tab has overtaken empties nothing", async () => {
  const fault: { now: Fault | null } = { now: null };
  const { device, at } = await withPushFault(server, fault);
  fault.now = async (_, go) => {
    fault.now = null;
    const answer = await go();
    server.restore(EMAIL, 0);
    await (await storeOf(at)).update({ meta: { epoch: server.feedOf(EMAIL).epoch, cursor: 0 } });
    return answer;
  };
  const { rev } = await device.save(entry("between two epochs"));
  await device.sync();
  expect(server.feedOf(EMAIL).revs.map((row) => row.rev)).toContain(rev);
  expect(device.state).toMatchObject({ unsent: 0, alarms: [] });
});

test("of what is emptied, the nearest to its tombstone goes first", () => {
  const facts = { item: "i", kind: "entry", sha: "s", slot: null, body: null } as const;
  const bare = (rev: string, parents: string[]): Row => ({
    ...{ ...facts, rev, parents, del: "no", seq: null, unsent: 1 },
  });
  const grave: Row = { ...bare("t", ["c"]), del: "forget", body: "t" as Sealed, seq: 1, unsent: 0 };
  const rows = [bare("a", []), bare("b", ["a"]), bare("c", ["b"]), grave];
  expect(nextBatch(rows, new Set()).map((row) => row.rev)).toEqual(["c", "b", "a"]);
});
