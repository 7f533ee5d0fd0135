import type { Bytes, Sealed } from "./brands.ts";
import { b64url, randomBytes } from "./bytes.ts";
import { type Header, openJwe, readJwe, sealJwe } from "./jwe.ts";
import * as keys from "./keys.ts";
import { is, isId, isMembers, isWhole, type Members, matches } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/** What a second device shows: the name of a mailbox, and the key to seal to. */
export type Shown = { session: string; key: keys.EcPublic };

const SESSION_BYTES = 16;
const ROOT_BYTES = 32;
const SHOWN = /^CK1L:([\w-]{22,43}):([\w-]{43}):([\w-]{43})$/;
const SHAPE = {
  required: {
    alg: is("ECDH-ES+A256KW"),
    enc: is("A256GCM"),
    typ: is("ck1-link+jwe"),
    own: isId,
    gen: isWhole,
    session: matches(/^[\w-]{22,43}$/),
    epk: isMembers,
  },
};

/** A key for one link, and the text that stands in the QR code. */
export async function newShown(): Promise<{ text: string; session: string; key: keys.EcPrivate }> {
  const key = await keys.newPair("enc");
  const session = b64url(randomBytes(SESSION_BYTES));
  return { text: `CK1L:${session}:${key.x}:${key.y}`, session, key };
}

/** What a QR code says; `Ck1Trouble` unless it is a link's, and its key a point of P-256. */
export async function readShown(text: string): Promise<Shown> {
  const [, session, x, y] = SHOWN.exec(text) ?? [];
  if (session === undefined) throw new Ck1Trouble("shape", "no code of a second device");
  const key = keys.readEcPublic({ kty: "EC", crv: "P-256", x, y });
  await keys.importRecipient(key);
  return { session, key };
}

/** The root, for the device that showed this. */
export async function sealLink(
  root: Bytes,
  gen: number,
  own: string,
  { session, key }: Shown,
): Promise<Sealed> {
  const header: Header = {
    alg: "ECDH-ES+A256KW",
    enc: "A256GCM",
    typ: "ck1-link+jwe",
    own,
    gen,
    session,
  };
  return sealJwe(header, root, await keys.importRecipient(key));
}

/** The root and its generation; refused where it was left for another session or account. */
export async function openLink(
  token: Sealed,
  key: keys.EcPrivate,
  session: string,
  own: string,
): Promise<{ root: Bytes; gen: number }> {
  const read = readJwe<Header>(token, SHAPE, "link");
  keys.readEcPublic(read.header["epk"] as Members);
  if (read.header["own"] !== own || read.header["session"] !== session) {
    throw new Ck1Trouble("header", "left for another session or account");
  }
  const root = await openJwe(read, await keys.importReader(key));
  if (root.length !== ROOT_BYTES) throw new Ck1Trouble("plaintext", "not a root");
  return { root, gen: read.header["gen"] as number };
}
