import { readMe } from "../http/session.ts";
import type { Door, Home } from "../people/home.ts";

/**
 * Browsers may empty a site's storage and leave its cookies. Where the session still stands and the
 * store is nobody's, its person becomes the guest here: with the code, all is read again from 0.
 */
export async function meetsSession({ registry, send }: Door, { store }: Home): Promise<boolean> {
  const { account, guest } = await store.meta();
  if (account !== null || guest !== null || (await registry.read()).leaving) return false;
  const { id, email } = await readMe(send);
  await store.update({
    meta: (now) => (now.account === null && now.guest === null ? { guest: { id, email } } : {}),
  });
  return (await store.meta()).guest?.id === id;
}
