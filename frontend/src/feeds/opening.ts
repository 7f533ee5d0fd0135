import type { Sealed } from "../crypto/ck1/brands.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { openRevision } from "../crypto/ck1/revision.ts";
import type { Opened } from "./replied.ts";

/** Opens one revision by its slot, or, where it has none, as a coach's reply to this person. */
export async function openTokens(
  { body, slot }: { body: Sealed; slot: Sealed | null },
  keys: Keyring,
): Promise<Opened> {
  if (slot !== null) return openRevision({ body, slot }, keys);
  const { openReplied } = await import("./replied.ts"); // few devices ever need it
  return openReplied(body, keys);
}
