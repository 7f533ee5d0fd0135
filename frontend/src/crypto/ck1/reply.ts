import { bucketOf } from "./body.ts";
import type { Plain, Sealed } from "./brands.ts";
import { textOf, utf8 } from "./bytes.ts";
import { type Header, openJwe, type Read, readJwe, sealJwe } from "./jwe.ts";
import { readJws, signJws, verifyJws } from "./jws.ts";
import * as keys from "./keys.ts";
import { checkShape, is, is32, isId, isMembers, isWhole, type Members } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/** A coach's words about one copy: who (`reader`) to whom (`own`), about which (`of`), when (seconds). */
export type Reply = {
  own: string;
  reader: string;
  item: string;
  rev: string;
  of: string;
  iat: number;
  words: Members;
};
export type ReplyHeader = Header & {
  kid: string;
  item: string;
  rev: string;
  parents: string[];
  kind: "reply";
  of: string;
  del: "no";
};

const TYP = "ck1-reply+jws";
const OUTER = {
  required: {
    alg: is("ECDH-ES+A256KW"),
    enc: is("A256GCM"),
    typ: is("ck1-reply+jwe"),
    kid: is32,
    epk: isMembers,
    item: isId,
    rev: isId,
    parents: (value: unknown) => Array.isArray(value) && value.length === 0,
    kind: is("reply"),
    of: isId,
    del: is("no"),
  },
};
const INNER = {
  required: {
    own: isId,
    reader: isId,
    item: isId,
    rev: isId,
    of: isId,
    iat: isWhole,
    reply: isMembers,
  },
};

/** A reply for the person whose public key is `ownEnc`; it is stored as a body without a slot. */
export async function sealReply(
  reply: Reply,
  ownEnc: keys.EcPublic,
  readerSig: keys.EcPrivate,
): Promise<Sealed> {
  const { own, reader, item, rev, of, iat, words } = reply;
  checkWords(words);
  const said = { own, reader, item, rev, of, iat, reply: words };
  const signed = await signJws(TYP, said, readerSig);
  const header = {
    alg: "ECDH-ES+A256KW",
    enc: "A256GCM",
    typ: "ck1-reply+jwe",
    kid: await keys.thumbprintOf(ownEnc),
    item,
    rev,
    parents: [],
    kind: "reply",
    of,
    del: "no",
  } as const;
  const padded = utf8(signed.padEnd(bucketOf(signed.length)));
  return sealJwe(header, padded, await keys.importRecipient(ownEnc));
}

/** True for a body that says of itself that it is a reply; nothing is opened. */
export function isReply(body: Sealed): boolean {
  try {
    readReply(body);
    return true;
  } catch {
    return false; // whatever it is, it is no reply
  }
}

/** What a reply says in clear, not yet proved by any key. */
export function readReply(body: Sealed): Read<ReplyHeader> {
  const read = readJwe<ReplyHeader>(body, OUTER, "reply");
  keys.readEcPublic(read.header["epk"] as Members);
  if (bucketOf(read.ciphertextBytes) !== read.ciphertextBytes) {
    throw new Ck1Trouble("bucket", "the reply has no bucket's length");
  }
  return read;
}

/**
 * A reply opened with whichever of the own keys it is sealed to (those of earlier generations too), and
 * the signed token in it. Whose it is, is proved by `checkReply` with the pinned coach's key. Without
 * `own`, to whom it was written is left for the caller to compare.
 */
export async function openReply(
  body: Sealed,
  own: string | undefined,
  encs: readonly keys.EcPrivate[],
): Promise<{ reply: Reply; plain: Plain; signed: Sealed }> {
  const read = readReply(body);
  const enc = await named(read.header.kid, encs);
  const signed = textOf(await openJwe(read, await keys.importReader(enc))).trimEnd() as Sealed;
  const { payload } = readJws(signed, TYP);
  checkShape(payload, INNER, "reply");
  const { item, rev, of } = read.header;
  const to = own ?? (payload["own"] as string);
  for (const [name, wanted] of Object.entries({ own: to, item, rev, of })) {
    if (payload[name] !== wanted) throw new Ck1Trouble("grant", `the reply names another ${name}`);
  }
  const words = payload["reply"] as Members;
  checkWords(words);
  const reply = { own: to, reader: payload["reader"], item, rev, of, iat: payload["iat"], words };
  return { reply: reply as Reply, plain: JSON.stringify(words) as Plain, signed };
}

/** Refuses a reply that the pinned coach did not sign. */
export async function checkReply(signed: Sealed, readerSig: keys.EcPublic): Promise<void> {
  await verifyJws(signed, TYP, readerSig);
}

async function named(kid: string, encs: readonly keys.EcPrivate[]): Promise<keys.EcPrivate> {
  for (const enc of encs) if ((await keys.thumbprintOf(enc)) === kid) return enc;
  throw new Ck1Trouble("seal", "the reply is sealed to a key this device does not have");
}

function checkWords(words: unknown): void {
  if (!isMembers(words) || !Number.isSafeInteger(words["v"])) {
    throw new Ck1Trouble("plaintext", "no version inside");
  }
}
