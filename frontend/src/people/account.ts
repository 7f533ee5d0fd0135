import { openDraft, sealDraft } from "../crypto/ck1/draft.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { secretOfRecoveryCode } from "../crypto/ck1/recovery.ts";
import { JournalTrouble } from "../errors.ts";
import { carriedOver } from "../feeds/carry.ts";
import { emptyAboveTombstones } from "../feeds/merge.ts";
import { movedRows, slotsAnew } from "../feeds/reslot.ts";
import { orThrow, troubleOf } from "../http/answers.ts";
import * as session from "../http/session.ts";
import { readKeycards, readVault, type Vault } from "../http/vault.ts";
import { makeVault, partsOf, type Unlocked, unlockVault } from "../keys/vault.ts";
import { memoryRegistry, newPlace, type Place, type Registry } from "../storage/registry.ts";
import type { Account, Meta, Row, Store, VaultParts } from "../storage/store.ts";
import {
  type Door,
  endStore,
  forgetPlace,
  type Home,
  homeAt,
  newHome,
  newKeys,
  rootIn,
  writtenBefore,
} from "./home.ts";
import { adoptedProfile } from "./profile.ts";

/** Makes the account; this store's root becomes the account's. Returns the code to show once. */
export async function signUp(
  door: Door,
  home: Home,
  email: string,
  password: string,
): Promise<{ home: Home; code: string }> {
  if ((await home.store.meta()).account !== null) throw new JournalTrouble("other-account");
  await session.signUp(door.send, email, password);
  return becomeAccount(door, home, await entered(door));
}

export type Entered = { home: Home; next: "open" | "code-needed"; code?: string };

/** `open` at once, or `code-needed`: the account has a vault that this device has not opened. */
export async function signIn(
  door: Door,
  home: Home,
  email: string,
  password: string,
): Promise<Entered> {
  await session.signIn(door.send, email, password);
  return goIn(door, home);
}

/** The code from the mail is the last step of signing up, or in. */
export async function confirmEmail(
  door: Door,
  home: Home,
  code: string,
  account: "new" | "known",
): Promise<Entered> {
  await session.confirmEmail(door.send, code);
  return goIn(door, home, account);
}

export const resendEmailCode = session.resendEmailCode;

async function goIn(door: Door, home: Home, is: "new" | "known" = "known"): Promise<Entered> {
  const meta = await home.store.meta();
  const account = await entered(door);
  if (meta.account !== null) return { home, next: await returning(door, meta, account.id) };
  const answer = await readVault(door.send);
  if (!answer.ok && answer.refusal.code !== "no-vault") throw troubleOf(answer.refusal);
  if (!answer.ok) return begin(door, home, account, is);
  await home.store.update({ meta: { guest: account } });
  return { home, next: "code-needed" };
}

/**
 * An account that was there before and has no vault yet begins in a store of its own: what was
 * written here before is asked about first, like anywhere else.
 */
async function begin(
  door: Door,
  home: Home,
  account: Account,
  is: "new" | "known",
): Promise<Entered> {
  const isBlank = (await home.store.all()).every((row) => row.kind === "profile");
  const from = is === "new" || isBlank ? home : await newHome(door.registry, null);
  return { ...(await becomeAccount(door, from, account)), next: "open" };
}

/** A shared computer: stores that end with the page, and a session that does not outlast it. */
export async function beginInMemory(
  { registry, send }: Door,
  home: Home,
  lasts: () => boolean,
): Promise<{ registry: Registry; home: Home }> {
  const { account, guest } = await home.store.meta();
  if ((account ?? guest) !== null) throw new JournalTrouble("other-account");
  // Should the page be gone before it can say so, the next start ends the session.
  await registry.write({ leaving: true });
  globalThis.addEventListener?.("pagehide", () => {
    if (lasts()) void session.endAtOnce(send);
  });
  const memory = memoryRegistry();
  return { registry: memory, home: await newHome(memory, null) };
}

/** Somebody is signed in: an end of session that was still to be told is void. */
async function entered({ registry, send }: Door): Promise<Account> {
  await registry.write({ leaving: false });
  const { id, email } = await session.readMe(send);
  return { id, email };
}

/** The session had ended, or somebody else wants in: their words must not meet. */
async function returning(door: Door, meta: Meta, id: string) {
  const { account, guest, awaits, vault } = meta;
  const isLocked = guest !== null || (awaits !== null && awaits > (vault?.gen ?? 0));
  if (account?.id === id) return isLocked ? "code-needed" : "open";
  await session.signOut(door.send);
  throw new JournalTrouble("other-account");
}

/** One transaction makes the rows this account's; the vault is sent until the server has it. */
async function becomeAccount(
  { registry, now }: Door,
  { store, place, keys }: Home,
  account: Account,
): Promise<{ home: Home; code: string }> {
  const rows = await store.all();
  const profile = await adoptedProfile(account.id, { rows, keys }, { rows, keys });
  const old = rows.filter((row) => row.kind === "profile" && row.item !== account.id);
  const { parts, code } = await makeVault(await rootIn(await store.meta()), account.id, now());
  await store.update({
    change: () => ({ put: profile ? [profile] : [], drop: old.map((row) => row.rev) }),
    meta: { account, guest: null, parts, recovery: { n: 1, confirmed: false } },
  });
  return { home: await mustOpen(registry, place), code };
}

/** Opens the account's vault by a typed code. Throws `code-typo` or `code-wrong`. */
export async function unlock(door: Door, home: Home, typed: string): Promise<Home> {
  await secretOfRecoveryCode(typed).catch((cause: unknown) => {
    throw new JournalTrouble("code-typo", { cause });
  });
  return unlockBy(door, home, (vault, own) => unlockVault(vault, typed, own));
}

type WayIn = (vault: Vault, own: string) => Promise<Unlocked>;

/**
 * Opens the account's vault, however the root is come by. Returns the account's own store on this
 * device: the one it left here, or a new one.
 */
export async function unlockBy(door: Door, home: Home, way: WayIn): Promise<Home> {
  const meta = await home.store.meta();
  const account = meta.guest ?? meta.account;
  if (account === null) throw new JournalTrouble("sign-in-needed");
  const found = orThrow(await readVault(door.send));
  const unlocked = await way(found, account.id);
  const vault = unlocked.vault ?? found;
  const cards = orThrow(await readKeycards(door.send, account.id));
  const parts = await partsOf(vault, cards, unlocked.keys, account.id);
  const taken = { ...unlocked, account, vault, parts };
  if (meta.account?.id === account.id) return takeKeys(door, home.place, taken);
  const { places } = await door.registry.read();
  const target = places.find((one) => one.account === account.id) ?? newPlace(account.id);
  await door.registry.write({ put: [target] });
  const next = await takeKeys(door, target, taken);
  await home.store.update({ meta: { guest: null } });
  await door.registry.write({ current: target.name });
  const isSettingsOnly = (await home.store.all()).every((row) => row.kind === "profile");
  if (isSettingsOnly) await takeOver(door.registry, next, home.place);
  return next;
}

type Taken = Unlocked & { account: Account; vault: Vault; parts: VaultParts | null };

/** The store gets the account's keys, and what was never sent gets slots under them. */
async function takeKeys(
  { registry }: Door,
  place: Place,
  { account, vault, parts, root, keys, n }: Taken,
): Promise<Home> {
  const store = registry.open(place.name);
  const { gen, keybag } = vault;
  const { device } = await store.meta();
  const fresh = await newKeys(root, device ?? undefined);
  await store.update({
    ...(await keptUnder(keys, await homeAt(registry, place), store)),
    meta: ({ alarms, awaits, cursor, recovery }) => ({
      ...fresh,
      awaits: null,
      pending: [],
      // What came sealed under keys this device did not have yet is read once more.
      cursor: awaits === null ? cursor : 0,
      account,
      guest: null,
      vault: { gen, keybag },
      parts,
      recovery: n > 0 ? { n, confirmed: true } : recovery,
      alarms: parts === null ? [...alarms, { code: "forged" }] : alarms,
      over: false,
    }),
  });
  return mustOpen(registry, place);
}

/** What only this device can still read, under the keys it is given now. */
async function keptUnder(keys: Keyring, before: Home | null, store: Store) {
  if (before === null || keys.vaults.has(before.keys.gen)) return slotsAnew(store, keys);
  const carried = await carriedOver(store, before.keys, keys);
  const { items = [], change } = await slotsAnew(store, keys, before.keys);
  return {
    items: [...items, ...carried.map((row) => row.item)],
    change: (rows: readonly Row[]) => ({ put: [...(change?.(rows).put ?? []), ...carried] }),
  };
}

async function mustOpen(registry: Registry, place: Place): Promise<Home> {
  const home = await homeAt(registry, place);
  if (home === null) throw new JournalTrouble("storage-broken");
  return home;
}

/** "Entries were written here before sign-in. Yours?" No leaves them where they are, locked. */
export async function adopt(registry: Registry, home: Home, yes: boolean): Promise<void> {
  for (const place of await writtenBefore(registry, home)) {
    if (yes) await takeOver(registry, home, place);
    else {
      const declinedBy = [...place.declinedBy, home.place.account ?? ""];
      await registry.write({ put: [{ ...place, declinedBy }] });
    }
  }
}

/** Copied by rev, and only then deleted: done twice it does no harm. */
async function takeOver(registry: Registry, home: Home, place: Place): Promise<void> {
  const other = await homeAt(registry, place);
  if (other === null) return;
  const taken = new Set<string>();
  do for (const row of await takeRows(other, home)) taken.add(row.rev);
  while (!(await endStore(other.store, (rows) => rows.every(({ rev }) => taken.has(rev)))));
  await takeDrafts(other, home);
  await forgetPlace(registry, other);
}

async function takeRows(other: Home, home: Home): Promise<readonly Row[]> {
  const [rows, own] = [await other.store.all(), home.place.account ?? ""];
  const profile = await adoptedProfile(own, { ...other, rows }, await profileIn(home, own));
  const isSettings = (row: Row) => row.kind === "profile" && row.item !== own;
  const kept = rows.filter((row) => !isSettings(row));
  const moved = [...(await movedRows(kept, other.keys, home.keys)), ...(profile ? [profile] : [])];
  await home.store.update({
    items: moved.map((row) => row.item),
    change: (rows) => {
      const there = new Set(rows.map((row) => row.rev));
      const fresh = moved.filter((row) => !there.has(row.rev));
      const put = fresh.map((row): Row => ({ ...row, seq: null, unsent: 1 }));
      // What was deleted there meanwhile, below words that were taken before.
      const bare = emptyAboveTombstones([...rows, ...put]);
      return { put: [...put.filter(({ rev }) => !bare.has(rev)), ...bare.values()] };
    },
  });
  return rows;
}

const profileIn = async ({ store, keys }: Home, own: string) => ({
  rows: await store.rowsOf(own),
  keys,
});

async function takeDrafts(from: Home, to: Home): Promise<void> {
  for (const key of await from.store.draftKeys()) {
    const token = await from.store.draft(key);
    if (token === undefined || (await to.store.draft(key)) !== undefined) continue;
    const plain = await openDraft(token, from.device);
    await to.store.putDraft(key, await sealDraft(plain, to.device));
  }
}
