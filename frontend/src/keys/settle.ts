import { orThrow, type Refusal, troubleOf } from "../http/answers.ts";
import type { Send } from "../http/request.ts";
import { readMe } from "../http/session.ts";
import { createVault, dropWrap, readVault } from "../http/vault.ts";
import type { Meta, Store } from "../storage/store.ts";

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

/** Whether this device's code opens nothing any more. Somebody else's session cannot tell: their codes have the same names. */
export async function isCodeReplaced(store: Store, send: Send): Promise<boolean> {
  const { account, vault, recovery } = await store.meta();
  if (vault === null || (await readMe(send)).id !== account?.id) return false;
  const { wraps } = orThrow(await readVault(send));
  return wraps.every(({ kid }) => kid !== `recovery:${recovery.n}`);
}

/**
 * Takes wraps away that a newer, confirmed code has replaced. Left for the next time where it fails,
 * and while the session is somebody else's: their wraps have the same names.
 */
export async function dropOldWraps(store: Store, send: Send): Promise<void> {
  const { account, vault, dropWraps } = await store.meta();
  if (vault === null || dropWraps.length === 0) return;
  if ((await readMe(send)).id !== account?.id) return;
  if (await isCodeReplaced(store, send)) {
    const unconfirm = ({ recovery: { n } }: Meta) => ({ recovery: { n, confirmed: false } });
    return void (await store.update({ meta: (meta) => ({ ...unconfirm(meta), dropWraps: [] }) }));
  }
  for (const kid of dropWraps) {
    const answer = await dropWrap(send, vault.gen, kid);
    if (!answer.ok && answer.refusal.status !== 404) throw troubleOf(answer.refusal);
    await store.update({
      meta: (meta) => ({ dropWraps: meta.dropWraps.filter((other) => other !== kid) }),
    });
  }
}
