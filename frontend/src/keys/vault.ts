import type { Bytes, Sealed } from "../crypto/ck1/brands.ts";
import { readKeycards, signKeycard } from "../crypto/ck1/keycard.ts";
import { type Keyring, openKeybag, sealKeybag } from "../crypto/ck1/keyring.ts";
import { newPair } from "../crypto/ck1/keys.ts";
import { newRecoverySecret, recoveryCodeOf, secretOfRecoveryCode } from "../crypto/ck1/recovery.ts";
import { unwrapRootByRecovery, wrapRootForRecovery } from "../crypto/ck1/root.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { JournalTrouble } from "../errors.ts";
import type { Vault, Wrap } from "../http/vault.ts";
import type { VaultParts } from "../storage/store.ts";

/** Everything an account's vault is made of, and the recovery code to show once. */
export async function makeVault(
  root: Bytes,
  own: string,
  now: number,
): Promise<{ parts: VaultParts; code: string }> {
  const [gen, pair] = [1, { enc: await newPair("enc"), sig: await newPair("sig") }];
  const { wrap, code } = await newWrap(root, own, 1);
  const keybag = await sealKeybag(root, gen, pair);
  const keycard = await signKeycard(own, gen, pair, Math.floor(now / 1000), null);
  return { parts: { gen, keybag, wraps: [wrap], keycard }, code };
}

export async function newWrap(
  root: Bytes,
  own: string,
  n: number,
): Promise<{ wrap: Wrap; code: string }> {
  const secret = newRecoverySecret();
  const token = await wrapRootForRecovery(root, secret, own, n);
  return { wrap: { kid: `recovery:${n}`, token }, code: await recoveryCodeOf(secret) };
}

/** `n`: which recovery code opened it; 0 where it was none. `vault`: the one that took the other's place. */
export type Unlocked = { root: Bytes; keys: Keyring; n: number; vault?: Vault };

/** The root behind a typed code; throws `code-typo`, or `code-wrong` where it is another journal's. */
export async function unlockVault(vault: Vault, typed: string, own: string): Promise<Unlocked> {
  const secret = await secretOfRecoveryCode(typed).catch((cause: unknown) => {
    throw new JournalTrouble("code-typo", { cause });
  });
  for (const { kid, token } of vault.wraps) {
    const root = await rootIn(kid, token, secret, own);
    if (root !== undefined) {
      const keys = await openKeybag(root, vault.gen, vault.keybag);
      return { root, keys, n: recoveryNumber(kid) };
    }
  }
  throw new JournalTrouble("code-wrong");
}

/** The number of the newest code among these wraps. */
export const newestCode = (wraps: readonly { kid: string }[]): number =>
  Math.max(0, ...wraps.map(({ kid }) => recoveryNumber(kid)));

/** Which of an account's codes a wrap is for; 0 where it is for none. */
export function recoveryNumber(kid: string): number {
  return Number(/^recovery:(\d+)$/.exec(kid)?.[1] ?? 0);
}

async function rootIn(kid: string, token: Sealed, secret: Bytes, own: string) {
  if (recoveryNumber(kid) === 0) return undefined;
  try {
    return await unwrapRootByRecovery(token, secret, own);
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return undefined; // another code's wrap
    throw trouble;
  }
}

/** What the vault is made of, to put it back after a restore; null where the keycards are not ours. */
export async function partsOf(
  { gen, keybag, wraps }: Vault,
  cards: readonly Sealed[],
  { pair }: Keyring,
  own: string,
): Promise<VaultParts | null> {
  try {
    const { enc, sig } = await readKeycards(cards, own);
    const isOurs = enc.x === pair?.enc.x && sig.x === pair.sig.x;
    const keycard = cards.at(-1);
    return isOurs && keycard !== undefined
      ? { gen, keybag, wraps, keycard, before: cards.slice(0, -1) }
      : null;
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return null; // the caller raises the alarm
    throw trouble;
  }
}
