import { expect, test } from "vitest";
import { hashOf } from "../crypto/ck1/bytes.ts";
import { localKeyring } from "../crypto/ck1/keyring.ts";
import type { Feed } from "../feeds/feed.ts";
import type { LateChange, OpenItem } from "../feeds/words.ts";
import type { Ask } from "../http/request.ts";
import { memoryStore } from "../storage/memory.ts";
import { followLedger } from "./following.ts";

const OWN = "0b7a5a2e-91c4-4d0f-8f35-5a1c9e7d4b21";
const happened = (n: number, event: string) =>
  JSON.stringify({ n, own: OWN, on: "2026-11-20", event });
const THREE = [happened(1, "keycard"), happened(2, "consent"), happened(3, "delivered")];

/** A server's ledger, and a device that follows it. */
async function following() {
  const ledger = { events: [...THREE], epoch: "one", served: true, hash: "" };
  const said: string[] = [];
  const send = async ({ method = "GET", query = {} }: Ask) => {
    if (method === "POST") said.push("all is there");
    let hash = "";
    for (const event of ledger.events) hash = await hashOf(`${hash}\n${event}`);
    const { events, epoch, served } = ledger;
    const part = { n: events.length, hash: ledger.hash || hash, more: false, served };
    const stamp = { account: OWN, epoch, server_now: "2026-11-21T22:10:00Z" };
    const body = { ...stamp, ...part, events: events.slice(Number(query["after"] ?? 0)) };
    return { status: 200, body, retryAfter: undefined };
  };
  const store = memoryStore("test");
  await store.update({ meta: { epoch: "one" } });
  const profile: OpenItem[] = [];
  const save = async (change: LateChange) => {
    const words = change.words();
    const item = { item: OWN, rev: "r", kind: "profile", words, unsent: false, others: [] };
    profile.splice(0, 1, item);
  };
  const keys = await localKeyring(new Uint8Array(32));
  const clock = { now: () => 0, offset: 0 };
  const rule = () => ({ zone: "UTC", dayStartHour: 4 });
  const feed: Feed = {
    ...{ store, send, keys, account: OWN, clock, dayRule: rule, build: "1" },
    changed: () => undefined,
  };
  const desk = { items: () => profile, save };
  const follow = () => followLedger(feed, desk);
  const reopened = () => followLedger({ ...feed, store: new Proxy(store, {}) }, desk);
  const alarms = async () => (await store.meta()).alarms.map(({ code }) => code);
  await follow();
  return { ledger, follow, reopened, alarms, store, profile, said };
}

test("it is followed to its end, and how far is told to one's other devices", async () => {
  const { store, profile, ledger, follow, alarms } = await following();
  const { n, hash, events } = (await store.meta()).ledger ?? {};
  expect([n, events]).toEqual([3, THREE]);
  expect(profile[0]?.words["ledger"]).toEqual({ n, hash, epoch: "one" });
  ledger.events.push(happened(4, "withdrawn"));
  await follow();
  expect([(await store.meta()).ledger?.n, await alarms()]).toEqual([4, []]);
});

test("a line edited behind a phone that has seen it is an alarm, though nothing was told and all hashes fit", async () => {
  const { ledger, reopened, alarms, profile } = await following();
  profile.length = 0;
  ledger.events = [happened(1, "exported"), ...THREE.slice(1)];
  await reopened();
  expect(await alarms()).toEqual(["broken-ledger"]);
});

const WRONG: [string, (events: string[]) => string[]][] = [
  ["an edit", ([first = "", , third = ""]) => [first, happened(2, "exported"), third]],
  ["an omission", ([first = "", , third = ""]) => [first, third.replace('"n":3', '"n":2')]],
  ["a truncation", (events) => events.slice(0, 2)],
  ["an empty ledger", () => []],
];

test.each(WRONG)("%s is an alarm, until it is as it was", async (_name, wrong) => {
  const { ledger, follow, alarms, store } = await following();
  ledger.events = wrong(THREE);
  await follow();
  expect(await alarms()).toEqual(["broken-ledger"]);
  expect((await store.meta()).ledger?.events).toEqual(THREE);
  ledger.events = [...THREE];
  await follow();
  expect(await alarms()).toEqual([]);
});

test("a line that was read long ago is looked at again whenever the app is opened", async () => {
  const { ledger, follow, reopened, alarms, store } = await following();
  const end = (await store.meta()).ledger?.hash ?? "";
  const edited = [happened(1, "exported"), ...THREE.slice(1)];
  Object.assign(ledger, { events: edited, hash: end });
  await follow();
  expect(await alarms()).toEqual([]); // it kept what it had read, and the end is the same
  await reopened();
  expect(await alarms()).toEqual(["broken-ledger"]);
  Object.assign(ledger, { events: [...THREE] });
  await reopened();
  expect(await alarms()).toEqual([]);
});

test("what another device has seen has to come by, on one that has seen nothing yet", async () => {
  const { ledger, follow, alarms, store } = await following();
  await store.update({ meta: { ledger: null } });
  ledger.events = [THREE[0] ?? "", happened(2, "exported"), THREE[2] ?? ""];
  await follow();
  expect(await alarms()).toEqual(["broken-ledger"]);
});

test("after a restore both versions are kept, it goes on from there, and copies are served again", async () => {
  const { ledger, follow, alarms, store, said, profile } = await following();
  Object.assign(ledger, { events: THREE.slice(0, 2), epoch: "two", served: false });
  await store.update({ meta: { epoch: "two" } });
  await follow();
  const kept = (await store.meta()).ledger;
  expect([kept?.events, kept?.before, await alarms()]).toEqual([THREE.slice(0, 2), THREE, []]);
  expect(profile[0]?.words["ledger"]).toMatchObject({ n: 2 });
  expect(said).toEqual(["all is there"]);
});

test("what was seen before a restore is not asked of the server that was restored, by a device that saw less", async () => {
  const { ledger, follow, alarms, store, profile } = await following();
  const seenElsewhere = profile[0]?.words["ledger"];
  const behind = { epoch: "one", n: 2, hash: "", events: THREE.slice(0, 2), before: [] };
  await store.update({ meta: { ledger: behind, epoch: "two" } });
  Object.assign(ledger, { events: THREE.slice(0, 2), epoch: "two" });
  await follow();
  expect([seenElsewhere, await alarms()]).toMatchObject([{ n: 3, epoch: "one" }, []]);
  expect(profile[0]?.words["ledger"]).toMatchObject({ n: 2, epoch: "two" });
  await store.update({ meta: { ledger: null } });
  ledger.events = THREE.slice(0, 1);
  await follow();
  expect(await alarms()).toEqual(["broken-ledger"]);
});

test("of two heads, that of this epoch counts, though the other went further before the restore", async () => {
  const { ledger, follow, alarms, store, profile } = await following();
  const [head] = profile;
  Object.assign(ledger, { events: [...THREE.slice(0, 2), happened(3, "withdrawn")], epoch: "two" });
  await store.update({ meta: { epoch: "two", ledger: null } });
  await follow();
  const told = profile[0]?.words["ledger"];
  const stale = { n: 9, hash: "of long ago", epoch: "one" };
  if (head) profile[0]?.others.push({ ...head, words: { ...head.words, ledger: stale } });
  await follow();
  expect([await alarms(), profile[0]?.words["ledger"]]).toEqual([[], told]);
  ledger.events = [...THREE.slice(0, 2), happened(3, "expired")];
  await store.update({ meta: { ledger: null } });
  if (head) profile[0]?.others.push({ ...head, words: { ...head.words, ledger: stale } });
  await follow();
  expect(await alarms()).toEqual(["broken-ledger"]);
});
