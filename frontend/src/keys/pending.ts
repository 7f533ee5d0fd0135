import { openKeybag } from "../crypto/ck1/keyring.ts";
import { unwrapRootOnDevice } from "../crypto/ck1/root.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { slotsAnew } from "../feeds/reslot.ts";
import { orThrow } from "../http/answers.ts";
import type { Send } from "../http/request.ts";
import { readVault } from "../http/vault.ts";
import type { Pending, Store } from "../storage/store.ts";

/**
 * After a rotation whose answer never came: the keybag on the server says which keys hold. True
 * where they are ones that were made here; then this store has gone over to them.
 */
export async function settlePending(store: Store, send: Send): Promise<boolean> {
  const { pending, vault } = await store.meta();
  if (pending.length === 0) return false;
  const there = orThrow(await readVault(send));
  const ours = pending.find((one) => one.gen === there.gen && one.keybag === there.keybag);
  if (ours !== undefined) await goOver(store, ours);
  // While the vault is the old one, a request that was thought lost may still arrive.
  else if (there.gen !== vault?.gen) await store.update({ meta: { pending: [] } });
  return ours !== undefined;
}

/** This store goes over to the new keys; what was never sent gets slots under them, all at once. */
export async function goOver(store: Store, pending: Pending): Promise<void> {
  const { device } = await store.meta();
  if (device === null) throw new Ck1Trouble("key", "no key on this device");
  const { root, n, ...parts } = pending;
  const { gen, keybag } = parts;
  const keys = await openKeybag(await unwrapRootOnDevice(root, device), gen, keybag);
  await store.update({
    ...(await slotsAnew(store, keys)),
    meta: {
      root,
      vault: { gen, keybag },
      parts,
      recovery: { n, confirmed: false },
      dropWraps: [],
      pending: [],
      awaits: null,
    },
  });
}
