import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "../crypto/ids.ts";
import type { Send } from "../http/request.ts";
import { openHome } from "../people/home.ts";
import { diskRegistry } from "../storage/registry.ts";
import type { Row } from "../storage/store.ts";
import { datesAllowed, datesMoved, writingInstant } from "./dates.ts";
import {
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  signedUp,
  storeOf,
  WORDS,
} from "./modelBrowser.ts";
import { ModelServer, requestLost } from "./modelServer.ts";
import { reseal } from "./reseal.ts";
import type { Change } from "./words.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

test("up to five minutes the phone's clock holds, beyond them the server's", () => {
  const at = 1_000_000_000_000;
  expect(writingInstant(at, 4 * MINUTE, at + HOUR)).toBe(at);
  expect(writingInstant(at, -6 * MINUTE, at + HOUR)).toBe(at - 6 * MINUTE);
  expect(writingInstant(at, 26 * HOUR, at + 30 * HOUR)).toBe(at + 26 * HOUR);
});

test("nothing was written later than five minutes from now", () => {
  const now = 1_000_000_000_000;
  expect(writingInstant(now + 4 * MINUTE, 0, now)).toBe(now + 4 * MINUTE);
  expect(writingInstant(now + HOUR, 0, now)).toBe(now);
});

test("the day of writing moves along, a chosen day stays, none lies ahead of the writing", () => {
  const chosen = { day: "2026-11-18", written: "2026-11-20" };
  expect(datesMoved({ day: "2026-11-20", written: "2026-11-20" }, "2026-11-21")).toEqual({
    day: "2026-11-21",
    written: "2026-11-21",
  });
  expect(datesMoved(chosen, "2026-11-21").day).toBe("2026-11-18");
  expect(datesMoved(chosen, "2026-11-17").day).toBe("2026-11-17");
  expect(datesMoved({}, "2026-11-17")).toEqual({});
});

test("the server takes no day after its own tomorrow", () => {
  const now = Date.parse("2026-11-21T23:30:00Z");
  const far = { day: "2026-12-01", written: "2026-12-01" };
  expect(datesAllowed(far, now)).toEqual({ day: "2026-11-22", written: "2026-11-22" });
  const near = { day: "2026-11-20", written: "2026-11-22" };
  expect(datesAllowed(near, now)).toEqual(near);
});

/** A phone whose clock is wrong; it has written before it ever heard the server's. */
async function phoneOff(byMs: number) {
  const at = browserOf(server, { now: () => server.now + byMs });
  const device = await open(server, at);
  const seen = new Date(server.now + byMs).toISOString();
  const words = { ...WORDS, at: seen, tz: "UTC" };
  const saved = await device.save({ kind: "entry", words });
  const edit = await device.save({
    kind: "entry",
    item: saved.item,
    words: { ...words, text: "edit" },
  });
  return { device, saved, edit };
}

test("a phone two days behind files by the server's clock, the edit with it", async () => {
  const { device, saved, edit } = await phoneOff(-48 * HOUR);
  expect(saved.day).toBe("2026-11-19");
  await device.signUp(EMAIL, PASSWORD);
  await device.sync();
  const { revs } = server.feedOf(EMAIL);
  expect(revs.map(({ day, written }) => [day, written])).toEqual([
    ["2026-11-21", "2026-11-21"],
    ["2026-11-21", "2026-11-21"],
  ]);
  expect(revs[1]?.parents).toEqual([revs[0]?.rev]);
  expect(revs.map((row) => row.rev)).not.toContain(edit.rev);
  expect(device.item(saved.item)).toMatchObject({ words: { text: "edit" }, day: "2026-11-21" });
  expect(device.items()).toHaveLength(1);
  expect(device.state).toMatchObject({ unsent: 0, attention: [], alarms: [] });
});

/** While a sync sends what it has just sealed anew, and no screen has read it yet. */
async function editedMeanwhile(upon: "what is shown" | "the first words", times: number) {
  let edits = 0;
  const own = browserOf(server, { now: () => server.now - 48 * HOUR });
  const send: Send = async (ask) => {
    if (ask.path.endsWith("/push/") && edits < times) {
      edits += 1;
      const rev = newId();
      await device.save({ ...change, rev, words: { ...words, text: `edit ${edits}` } });
      if (upon === "the first words") change.upon = rev;
    }
    return own.send(ask);
  };
  const device = await open(server, { ...own, send });
  const words = { ...WORDS, at: new Date(server.now - 48 * HOUR).toISOString(), tz: "UTC" };
  const { item, rev } = await device.save({ kind: "entry", words });
  const change: Change = { kind: "entry", item, words };
  if (upon === "the first words") change.upon = rev;
  await device.signUp(EMAIL, PASSWORD);
  await device.sync();
  await device.sync();
  expect(edits).toBe(times);
  return device.item(item);
}

test.each(["what is shown", "the first words"] as const)(
  "an entry that somebody goes on writing while it is sealed anew stays one, written upon %s",
  async (upon) => {
    const shown = await editedMeanwhile(upon, 2);
    expect(shown).toMatchObject({ words: { text: "edit 2" }, others: [] });
    const { revs } = server.feedOf(EMAIL);
    expect(revs.map(({ parents }) => parents.length)).toEqual([0, 1, 1]);
  },
);

test("what was sealed anew, and came back under its old name as well, are two; an edit names the one it was made upon", async () => {
  const at = browserOf(server);
  const first = await open(server, at);
  const { item } = await first.save({ kind: "entry", words: WORDS });
  await first.close();
  const store = await storeOf(at);
  const [old] = (await store.rowsOf(item)) as [Row];
  const { keys } = await openHome(diskRegistry());
  const dates = { day: "2026-11-20", written: "2026-11-20" };
  await reseal(store, item, keys, (facts) => ({ ...facts, ...dates }));
  const [anew] = (await store.rowsOf(item)) as [Row];
  await store.update({ change: () => ({ put: [old] }) });
  const device = await open(server, at);
  expect(device.item(item)?.others).toHaveLength(1);
  const rev = newId();
  await device.save({
    kind: "entry",
    item,
    rev,
    upon: anew.rev,
    words: { ...WORDS, text: "edit" },
  });
  expect(await store.rows([rev])).toMatchObject([{ parents: [anew.rev] }]);
});

test("a phone that is two days off dates nothing anew that another wrote, when it gives it back to a server", async () => {
  const { device, code } = await signedUp(server);
  const at = new Date(server.now).toISOString();
  const { rev } = await device.save({ kind: "entry", words: { ...WORDS, at, tz: "UTC" } });
  await device.sync();
  const off = await open(server, browserOf(server, { now: () => server.now + 48 * HOUR }));
  await off.signIn(EMAIL, PASSWORD);
  await off.unlock(code);
  await off.sync();
  server.restore(EMAIL, 0);
  await off.sync();
  await device.sync();
  expect(server.feedOf(EMAIL).revs.map((row) => row.rev)).toEqual([rev]);
});

test("a phone a few minutes off files as the person saw it", async () => {
  const { device, edit } = await phoneOff(4 * MINUTE);
  await device.signUp(EMAIL, PASSWORD);
  await device.sync();
  expect(server.feedOf(EMAIL).revs.at(-1)?.rev).toBe(edit.rev);
});

test("once the server's clock is known, dates are right from the first", async () => {
  const at = browserOf(server, { now: () => server.now + 72 * HOUR });
  const { device } = await signedUp(server, at);
  const saved = await device.save({ kind: "entry", words: WORDS });
  expect(saved).toMatchObject({ day: "2026-11-21", written: "2026-11-21" });
  await device.sync();
  expect(server.feedOf(EMAIL).revs[0]?.rev).toBe(saved.rev);
});

test("dates the server refuses are moved to what it takes, under a new name", async () => {
  const { device } = await signedUp(server);
  server.faults = Array.from({ length: 6 }, () => requestLost);
  const saved = await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  server.faults = [];
  server.now -= 72 * HOUR; // the server's clock was set right; there is no instant inside to go by
  await device.sync();
  const [row] = server.feedOf(EMAIL).revs;
  expect(row).toMatchObject({ day: "2026-11-19", written: "2026-11-19", item: saved.item });
  expect(row?.rev).not.toBe(saved.rev);
  expect(device.state).toMatchObject({ unsent: 0, attention: [] });
});
