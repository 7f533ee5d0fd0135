// For tests: tokens that say something else than was sealed or signed.
import type { Sealed } from "./brands.ts";
import { b64url, textOf, unb64url, utf8 } from "./bytes.ts";
import type { Header } from "./jwe.ts";
import { type Members, parseMembers } from "./strict.ts";

export type Says = Record<string, unknown>;

const partOf = (token: Sealed, at: number): Members =>
  parseMembers(textOf(unb64url(token.split(".")[at] ?? "")));

/** The same token with other members in its header. */
export const beheaded = (token: Sealed, says: Says): Sealed => withPart(token, 0, says);

/** The same with other members in what is signed; the signature is left as it is. */
export const altered = (token: Sealed, says: Says): Sealed => withPart(token, 1, says);

function withPart(token: Sealed, at: number, says: Says): Sealed {
  const parts = token.split(".");
  parts[at] = b64url(utf8(JSON.stringify({ ...partOf(token, at), ...says })));
  return parts.join(".") as Sealed;
}

/** What is signed. */
export const payloadOf = (token: Sealed): Members => partOf(token, 1);

/** The header of something sealed, to seal something else under. */
export function headerOf(token: Sealed): Header {
  const { epk: _made, ...header } = partOf(token, 0);
  return header as Header;
}
