import { type Refusal, troubleOf } from "../http/answers.ts";
import type { Send } from "../http/request.ts";
import { readMe } from "../http/session.ts";
import { createVault, dropWrap } from "../http/vault.ts";
import type { Store } from "../storage/store.ts";

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

/**
 * Takes wraps away that a newer, confirmed code has replaced. Left for the next time where it fails,
 * and while the session is somebody else's: their wraps have the same names.
 */
export async function dropOldWraps(store: Store, send: Send): Promise<void> {
  const { account, vault, dropWraps } = await store.meta();
  if (vault === null || dropWraps.length === 0) return;
  if ((await readMe(send)).id !== account?.id) return;
  for (const kid of dropWraps) {
    const answer = await dropWrap(send, vault.gen, kid);
    if (!answer.ok && answer.refusal.status !== 404) throw troubleOf(answer.refusal);
    await store.update({
      meta: (meta) => ({ dropWraps: meta.dropWraps.filter((other) => other !== kid) }),
    });
  }
}
