import type { Sealed } from "../crypto/ck1/brands.ts";
import { openKeybag } from "../crypto/ck1/keyring.ts";
import type { EcPrivate } from "../crypto/ck1/keys.ts";
import { newShown, openLink, readShown, sealLink } from "../crypto/ck1/link.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { JournalTrouble } from "../errors.ts";
import { orThrow } from "../http/answers.ts";
import { leaveLink, takeLink } from "../http/link.ts";
import { unlockBy } from "../people/account.ts";
import { type Door, type Home, rootIn } from "../people/home.ts";

/** A link this device has offered: what its QR code says, and the key that never leaves it. */
export type Offer = { text: string; session: string; key: EcPrivate };

export const offerLink: () => Promise<Offer> = newShown;

/** Leaves this account's root for the device whose code was scanned. Throws `not-a-link`. */
export async function giveLink({ send }: Door, { store }: Home, text: string): Promise<void> {
  const meta = await store.meta();
  if (meta.account === null || meta.vault === null) throw new JournalTrouble("locked");
  const shown = await readShown(text).catch((cause: unknown) => {
    throw new JournalTrouble("not-a-link", { cause });
  });
  const token = await sealLink(await rootIn(meta), meta.vault.gen, meta.account.id, shown);
  orThrow(await leaveLink(send, shown.session, token));
}

/** What the other device left; null while there is nothing, or no way to ask. */
export async function lookForLink({ send }: Door, { session }: Offer): Promise<Sealed | null> {
  const left = await takeLink(send, session).catch((trouble: unknown) => {
    if (trouble instanceof JournalTrouble && trouble.code === "offline") return null;
    throw trouble;
  });
  if (left === null || (!left.ok && left.refusal.status === 404)) return null;
  return orThrow(left);
}

/** Opens the account by what the other device left. Throws `link-broken`. */
export function openByLink(door: Door, home: Home, offer: Offer, token: Sealed): Promise<Home> {
  return unlockBy(door, home, async (vault, own) => {
    try {
      const { root } = await openLink(token, offer.key, offer.session, own);
      // Only a root that opens the account's keybag is the account's.
      return { root, keys: await openKeybag(root, vault.gen, vault.keybag), n: 0 };
    } catch (trouble) {
      if (!(trouble instanceof Ck1Trouble)) throw trouble;
      throw new JournalTrouble("link-broken", { cause: trouble });
    }
  });
}
