import { hashOf } from "../crypto/ck1/bytes.ts";
import type { Consent } from "../crypto/ck1/consent.ts";
import type { SharingNotice } from "../library/catalogue.ts";

/**
 * How a consent names the text that was shown: by what the text says of itself, so that it is right in
 * whichever language it came, and by the hash of its very lines.
 */
export async function shownIn({ version, lang, lines }: SharingNotice): Promise<Consent["notice"]> {
  return { version, lang, sha256: await hashOf(lines.join("\n")) };
}
