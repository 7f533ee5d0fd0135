import type { Bytes, Sealed } from "../crypto/ck1/brands.ts";
import { randomBytes } from "../crypto/ck1/bytes.ts";
import { type Keyring, localKeyring, openKeybag } from "../crypto/ck1/keyring.ts";
import { newDeviceKey, unwrapRootOnDevice, wrapRootForDevice } from "../crypto/ck1/root.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Send } from "../http/request.ts";
import { signOut } from "../http/session.ts";
import { newPlace, type Place, type Registry } from "../storage/registry.ts";
import { type Account, type Meta, Outdated, type Row, type Store } from "../storage/store.ts";

/** A local store with the keys to it: what this device writes to. */
export type Home = { place: Place; store: Store; device: CryptoKey; keys: Keyring };

/** What signing up, in and out works with. */
export type Door = { registry: Registry; send: Send; now: () => number };

const ROOT_BYTES = 32;

/** The store this device writes to; a new one where there is none, or none that can be opened. */
export async function openHome(registry: Registry): Promise<Home> {
  const { places, current } = await registry.read();
  const place = places.find((one) => one.name === current);
  if (place === undefined) return newHome(registry, null);
  const home = await homeToWriteIn(registry, place);
  if (home !== null) return home;
  const { account } = await registry.open(place.name).meta();
  return newHome(registry, account);
}

/** A fresh store under a root of its own. `guest` is signed in here, and has not unlocked yet. */
export async function newHome(registry: Registry, guest: Account | null): Promise<Home> {
  const place = newPlace(null);
  await registry.write({ put: [place] });
  const store = registry.open(place.name);
  await store.update({ meta: { ...(await newKeys(randomBytes(ROOT_BYTES))), guest } });
  await registry.write({ current: place.name });
  const home = await homeAt(registry, place);
  if (home === null) throw new Error("a store that was just made does not open");
  return home;
}

/** As `homeAt`, to write in it: a store that was over, and the page gone before it was deleted, is one again. */
export async function homeToWriteIn(registry: Registry, known: Place): Promise<Home | null> {
  const home = await homeAt(registry, known);
  if (home !== null && (await home.store.meta()).over)
    await home.store.update({ meta: { over: false } });
  return home;
}

/** Null where the keys of the store are not on this device: nothing in it can be read here. */
export async function homeAt(registry: Registry, known: Place): Promise<Home | null> {
  const store = registry.open(known.name);
  const meta = await store.meta();
  if (meta.device === null || meta.root === null) return null;
  const place = await placeOf(registry, known, meta.account);
  try {
    return { place, store, device: meta.device, keys: await keysIn(meta) };
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return null; // as good as no key
    throw trouble;
  }
}

/** Whose a store is, is said in the store itself; the registry only follows. */
async function placeOf(registry: Registry, known: Place, account: Account | null): Promise<Place> {
  const place = { ...known, account: account?.id ?? null };
  if (place.account !== known.account) await registry.write({ put: [place] });
  return place;
}

/** D, a new one unless there is one already, and the root under it, as they are kept. */
export async function newKeys(
  root: Bytes,
  known?: CryptoKey,
): Promise<{ device: CryptoKey; root: Sealed }> {
  const device = known ?? (await newDeviceKey());
  return { device, root: await wrapRootForDevice(root, device) };
}

export function rootIn({ device, root }: Meta): Promise<Bytes> {
  if (device === null || root === null) throw new Ck1Trouble("key", "no root on this device");
  return unwrapRootOnDevice(root, device);
}

async function keysIn(meta: Meta): Promise<Keyring> {
  const root = await rootIn(meta);
  if (meta.vault !== null) return openKeybag(root, meta.vault.gen, meta.vault.keybag);
  return meta.parts === null
    ? localKeyring(root)
    : openKeybag(root, meta.parts.gen, meta.parts.keybag);
}

/** Stores on this device that are nobody's yet, and that this account has not declined. */
export async function writtenBefore(registry: Registry, { place }: Home): Promise<Place[]> {
  const { places } = await registry.read();
  const mine = place.account;
  if (mine === null) return [];
  return places.filter((one) => one.account === null && !one.declinedBy.includes(mine));
}

/** Ends on the server a session that was left here without a connection. */
export async function finishLeaving({ registry, send }: Door): Promise<void> {
  if (!(await registry.read()).leaving) return;
  await signOut(send);
  await registry.write({ leaving: false });
}

/**
 * Ends the store, if `mayGo` says of its rows that all of them are elsewhere, and tells whether it did. From then on
 * it takes nothing: what another tab writes in that moment is in it before, or is refused aloud.
 */
export async function endStore(
  store: Store,
  mayGo: (rows: readonly Row[]) => boolean,
): Promise<boolean> {
  const change = (rows: readonly Row[]) => {
    if (!mayGo(rows)) throw new Outdated();
    return {};
  };
  try {
    await store.update({ items: "all", change, meta: { over: true } });
    return true;
  } catch (trouble) {
    if (trouble instanceof Outdated) return false;
    throw trouble;
  }
}

/** Deletes a local store by its name, and what is known of it. */
export async function forgetPlace(
  registry: Registry,
  { place, store }: Pick<Home, "place" | "store">,
): Promise<void> {
  store.close();
  await registry.remove(place.name);
  await registry.write({ drop: [place.name] });
}
