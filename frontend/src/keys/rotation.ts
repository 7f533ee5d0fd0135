import { b64url, randomBytes } from "../crypto/ck1/bytes.ts";
import { signKeycard, readKeycards as verifyKeycards } from "../crypto/ck1/keycard.ts";
import { type Earlier, knownMark, readKeybag, sealKeybag } from "../crypto/ck1/keyring.ts";
import { newPair } from "../crypto/ck1/keys.ts";
import { wrapRootForDevice } from "../crypto/ck1/root.ts";
import { generationOf } from "../crypto/ck1/slot.ts";
import { JournalTrouble } from "../errors.ts";
import { orThrow, troubleOf } from "../http/answers.ts";
import { readKeycards, readVault, rotateVault } from "../http/vault.ts";
import { type Door, type Home, homeAt, rootIn } from "../people/home.ts";
import type { Meta, Pending, Row, Store } from "../storage/store.ts";
import { goOver } from "./pending.ts";
import { newestCode, newWrap } from "./vault.ts";

const ROOT_BYTES = 32;

/**
 * New keys for all that comes: a root, two pairs and a recovery code. The feed has to be read to
 * its head: what the new keybag does not know can never be opened again. Throws `feed-moved` where
 * somebody wrote meanwhile, `reauthenticate` where the password is asked for again.
 */
export async function rotate(door: Door, home: Home): Promise<{ home: Home; code: string }> {
  const { store } = home;
  const meta = await store.meta();
  const { account, vault } = meta;
  if (account === null || vault === null) throw new JournalTrouble("locked");
  const { pending, code } = await newKeys(door, store, meta, account.id, vault.gen);
  await store.update({ meta: (now) => ({ pending: [...now.pending, pending] }) });
  const { gen, keybag, wraps, keycard } = pending;
  const { epoch, cursor } = meta;
  const ask = { gen: vault.gen, epoch, head: cursor, vault: { gen, keybag, wraps }, keycard };
  const answer = await rotateVault(door.send, ask);
  if (!answer.ok && answer.refusal.code === "reauthenticate") {
    throw new JournalTrouble("reauthenticate");
  }
  if (!answer.ok) throw troubleOf(answer.refusal);
  await goOver(store, pending);
  const next = await homeAt(door.registry, home.place);
  if (next === null) throw new JournalTrouble("storage-broken");
  return { home: next, code };
}

async function newKeys(
  { send, now }: Door,
  store: Store,
  meta: Meta,
  own: string,
  gen: number,
): Promise<{ pending: Pending; code: string }> {
  const cards = orThrow(await readKeycards(send, own));
  await verifyKeycards(cards, own);
  const n = 1 + newestCode(orThrow(await readVault(send)).wraps);
  const root = randomBytes(ROOT_BYTES);
  const pair = { enc: await newPair("enc"), sig: await newPair("sig") };
  const next = gen + 1;
  const keybag = await sealKeybag(root, next, pair, await earlierOf(store, meta, gen));
  const iat = Math.floor(now() / 1000);
  const keycard = await signKeycard(own, next, pair, iat, cards.at(-1) ?? null);
  const { wrap, code } = await newWrap(root, own, n);
  if (meta.device === null) throw new JournalTrouble("locked");
  const wrapped = await wrapRootForDevice(root, meta.device);
  const parts = { gen: next, keybag, wraps: [wrap], keycard, before: cards };
  return { pending: { ...parts, root: wrapped, n }, code };
}

/** The generations that end: their keys, and by name what they had sealed when they ended. */
export async function earlierOf(store: Store, meta: Meta, gen: number): Promise<Earlier[]> {
  const root = await rootIn(meta);
  if (meta.vault === null) throw new JournalTrouble("locked");
  const { enc, sig, earlier } = await readKeybag(root, gen, meta.vault.keybag);
  const marks = (await store.all())
    .filter((row) => isOf(row, gen))
    .map(({ rev, sha }) => knownMark(rev, sha));
  const known = (await Promise.all(marks)).sort();
  return [...earlier, { gen, root: b64url(root), enc, sig, known }];
}

/** Acknowledged, believed, and sealed under that generation. */
function isOf({ seq, bad, slot }: Row, gen: number): boolean {
  return seq !== null && bad === undefined && slot !== null && generationOf(slot) === gen;
}
