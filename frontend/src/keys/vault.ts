import type { Bytes, Sealed } from "../crypto/ck1/brands.ts";
import { signKeycard } from "../crypto/ck1/keycard.ts";
import { type Keyring, openKeybag, sealKeybag } from "../crypto/ck1/keyring.ts";
import { newPair } from "../crypto/ck1/keys.ts";
import { newRecoverySecret, recoveryCodeOf, secretOfRecoveryCode } from "../crypto/ck1/recovery.ts";
import { unwrapRootByRecovery, wrapRootForRecovery } from "../crypto/ck1/root.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { JournalTrouble } from "../errors.ts";
import { type Refusal, troubleOf } from "../http/answers.ts";
import type { Send } from "../http/request.ts";
import { createVault, dropWrap, type Vault, type Wrap } from "../http/vault.ts";
import type { Store, VaultParts } from "../storage/store.ts";

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

/**
 * Sends the vault this device has made, again after a lost answer: the same keybag is no harm.
 * Returns the refusal where another device's vault was first, or the server would not have it.
 */
export async function settleVault(store: Store, send: Send): Promise<Refusal | null> {
  const { vault, parts } = await store.meta();
  if (vault !== null || parts === null) return null;
  const answer = await createVault(send, parts);
  if (!answer.ok) return answer.refusal;
  await store.update({ meta: { vault: { gen: parts.gen, keybag: parts.keybag } } });
  return null;
}

/** Takes wraps away that a newer, confirmed code has replaced. Left for the next time where it fails. */
export async function dropOldWraps(store: Store, send: Send): Promise<void> {
  const { vault, dropWraps } = await store.meta();
  if (vault === null) return;
  for (const kid of dropWraps) {
    const answer = await dropWrap(send, vault.gen, kid);
    if (!answer.ok && answer.refusal.status !== 404) throw troubleOf(answer.refusal);
    await store.update({
      meta: (meta) => ({ dropWraps: meta.dropWraps.filter((other) => other !== kid) }),
    });
  }
}

export type Unlocked = { root: Bytes; keys: Keyring; n: number };

/** The root behind a typed code; throws `code-typo`, or `code-wrong` where it is another journal's. */
export async function unlockVault(vault: Vault, typed: string, own: string): Promise<Unlocked> {
  const secret = await secretOfRecoveryCode(typed).catch((cause: unknown) => {
    throw new JournalTrouble("code-typo", { cause });
  });
  for (const { kid, token } of vault.wraps) {
    const root = await rootIn(kid, token, secret, own);
    if (root !== undefined) {
      const keys = await openKeybag(root, vault.gen, vault.keybag);
      return { root, keys, n: Number(kid.slice("recovery:".length)) };
    }
  }
  throw new JournalTrouble("code-wrong");
}

async function rootIn(kid: string, token: Sealed, secret: Bytes, own: string) {
  if (!kid.startsWith("recovery:")) return undefined;
  try {
    return await unwrapRootByRecovery(token, secret, own);
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return undefined; // another code's wrap
    throw trouble;
  }
}
