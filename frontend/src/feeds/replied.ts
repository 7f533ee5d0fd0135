import type { Facts } from "../crypto/ck1/body.ts";
import type { Plain, Sealed } from "../crypto/ck1/brands.ts";
import { hashOf } from "../crypto/ck1/bytes.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { openReply, readReply } from "../crypto/ck1/reply.ts";

export type Opened = { header: Facts; plain: Plain; sha: string };

/**
 * A coach's reply, as far as one's own keys prove it. Its words gain `from` and `to`, the ids it was written by and
 * for, and `signed`: shown only after `checkReply(signed, the pinned key of from)`, and where `to` is this account.
 */
export async function openReplied(body: Sealed, { pair, past = [] }: Keyring): Promise<Opened> {
  const { rev, item, kind, parents, of, del } = readReply(body).header;
  const encs = pair === null ? [] : [pair.enc, ...past];
  const { reply, signed } = await openReply(body, undefined, encs);
  const words = { ...reply.words, from: reply.reader, to: reply.own, signed };
  const header = { rev, item, kind, parents, of, del };
  return { header, plain: JSON.stringify(words) as Plain, sha: await hashOf(body) };
}
