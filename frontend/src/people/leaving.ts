import type { Keyring } from "../crypto/ck1/keyring.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { JournalTrouble } from "../errors.ts";
import { openRow } from "../feeds/reseal.ts";
import * as session from "../http/session.ts";
import type { Registry } from "../storage/registry.ts";
import type { Row, Store } from "../storage/store.ts";
import { type Door, endStore, forgetPlace, type Home, homeToWriteIn, newHome } from "./home.ts";

/**
 * Takes the keys away from this device, and everything with them that the server has. What it does
 * not have stays, locked, or is discarded. Returns the store on the disk to go on with.
 */
export async function signOut(
  { registry, send }: Door,
  home: Home,
  unsent: "keep" | "discard",
  disk: Registry,
): Promise<Home> {
  await disk.write({ leaving: true });
  await letGo(registry, home, unsent);
  await tellServer(send, disk);
  return nobodysHome(disk);
}

/** Nothing stays here: not this account's store, nor what nobody has claimed. */
export async function eraseHere(
  { registry, send }: Door,
  home: Home,
  disk: Registry,
): Promise<Home> {
  const { account, guest } = await home.store.meta();
  const isSignedIn = account !== null || guest !== null;
  await disk.write({ leaving: isSignedIn });
  const { places } = await registry.read();
  const mine = places.filter((one) => one.account === null || one.account === home.place.account);
  for (const place of mine) {
    await forgetPlace(registry, { place, store: registry.open(place.name) });
  }
  if (isSignedIn) await tellServer(send, disk);
  return newHome(disk, null);
}

/** The session ends; where the server cannot be told now, it is at the next start. */
async function tellServer(send: Door["send"], disk: Registry): Promise<void> {
  await session.signOut(send).then(
    () => disk.write({ leaving: false }),
    (trouble: unknown) => {
      if (!(trouble instanceof JournalTrouble)) throw trouble;
    },
  );
}

async function letGo(registry: Registry, home: Home, unsent: "keep" | "discard"): Promise<void> {
  if (home.place.account === null) return void (await home.store.update({ meta: { guest: null } }));
  await wipeKeys(home.store);
  const isSent = (rows: readonly Row[]) => rows.every((row) => row.unsent === 0);
  const mayGo =
    unsent === "discard" ||
    ((await isAllOnServer(home.store)) && (await endStore(home.store, isSent)));
  if (mayGo) await forgetPlace(registry, home);
}

/** Entries nobody has claimed are shown again; else there is a fresh page. */
async function nobodysHome(registry: Registry): Promise<Home> {
  const { places } = await registry.read();
  const place = places.find((one) => one.account === null);
  const home = place === undefined ? null : await homeToWriteIn(registry, place);
  if (home === null) return newHome(registry, null);
  await registry.write({ current: home.place.name });
  return home;
}

async function wipeKeys(store: Store): Promise<void> {
  await store.update({ meta: { device: null, root: null } });
  for (const key of await store.draftKeys()) await store.putDraft(key, null);
}

async function isAllOnServer(store: Store): Promise<boolean> {
  const [unsent, held, meta] = await Promise.all([
    store.countUnsent(),
    store.attention(),
    store.meta(),
  ]);
  return unsent === 0 && held.length === 0 && meta.alarms.length === 0;
}

/**
 * What the server does not have, for the person to take along: in words, and as the sealed rows
 * from which it can be put back.
 */
export async function takeAlong({ store, keys }: Home): Promise<string> {
  const [unsent, notes, meta] = await Promise.all([
    store.unsent(),
    store.attention(),
    store.meta(),
  ]);
  const held = await store.rows(notes.map((note) => note.rev));
  const rows = [...new Map([...unsent, ...held].map((row) => [row.rev, row])).values()];
  const readable = await Promise.all(rows.map((row) => inWords(row, keys)));
  const { account, vault } = meta;
  const file = { app: "aftershift", v: 1, account, readable, sealed: { vault, rows } };
  return JSON.stringify(file, null, 2);
}

/** A row in words; what does not open is in the sealed part all the same. */
async function inWords(row: Row, keys: Keyring): Promise<object> {
  const { item, rev, kind, day, written, del } = row;
  const facts = { item, rev, kind, day, written, deleted: del !== "no" };
  if (row.body === null) return facts;
  try {
    return { ...facts, words: JSON.parse((await openRow(row, keys)).plain) };
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return { ...facts, opens: false };
    throw trouble;
  }
}
