import { openBody, readBody } from "./body.ts";
import type { Plain, Sealed } from "./brands.ts";
import { hashOf, textOf, utf8 } from "./bytes.ts";
import { type Header, openJwe, readJwe, sealJwe } from "./jwe.ts";
import { signJws, verifyJws } from "./jws.ts";
import * as keys from "./keys.ts";
import * as strict from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/** What a grant lets one reader open, on whose behalf, and until when (seconds). */
export type Grant = {
  own: string;
  item: string;
  rev: string;
  reader: string;
  consent: string;
  iat: number;
  exp: number;
  backup: boolean;
};

const TYP = "ck1-grant+jws";
/** What a grant says takes as much room whatever it says: its length would tell whether backup is asked for. */
const SAID_LETTERS = 1024;
const { is, isId, is32, isWhole, isMembers } = strict;
const OUTER = {
  required: {
    alg: is("ECDH-ES+A256KW"),
    enc: is("A256GCM"),
    typ: is("ck1-grant+jwe"),
    cty: is(TYP),
    kid: is32,
    epk: isMembers,
    item: isId,
    rev: isId,
    reader: isId,
    consent: isId,
  },
};
const INNER = {
  required: {
    own: isId,
    item: isId,
    rev: isId,
    reader: isId,
    rkd: is32,
    cth: is32,
    consent: isId,
    iat: isWhole,
    exp: isWhole,
    backup: (value: unknown) => typeof value === "boolean",
    cek: isMembers,
  },
};

export async function sealGrant(
  grant: Grant,
  { cek, body }: { cek: keys.Cek; body: Sealed },
  readerEnc: keys.EcPublic,
  ownSig: keys.EcPrivate,
): Promise<Sealed> {
  const { item, rev, reader, consent } = grant;
  const rkd = await keys.thumbprintOf(readerEnc);
  const said = { ...grant, rkd, cth: await hashOf(body), cek: keys.cekToJwk(cek) };
  const header = { enc: "A256GCM", typ: "ck1-grant+jwe", cty: TYP, kid: rkd, item, rev } as const;
  return sealJwe(
    { alg: "ECDH-ES+A256KW", ...header, reader, consent },
    utf8(await signJws(TYP, said, ownSig, SAID_LETTERS)),
    await keys.importRecipient(readerEnc),
  );
}

export type Reader = { id: string; enc: keys.EcPrivate };
/** The pinned owner a reader expects. */
export type Owner = { id: string; sig: keys.EcPublic };

/** What a pinned owner's grant says to its reader; the copy itself is not needed for that. */
export async function openGrant(token: Sealed, reader: Reader, owner: Owner): Promise<Granted> {
  const outer = readJwe<Header>(token, OUTER, "grant");
  keys.readEcPublic(outer.header["epk"] as strict.Members);
  const rkd = await keys.thumbprintOf(reader.enc);
  const inside = textOf(await openJwe(outer, await keys.importReader(reader.enc))) as Sealed;
  const said = await verifyJws(inside, TYP, owner.sig);
  strict.checkShape(said, INNER, "grant");
  agree(said, { own: owner.id, reader: reader.id, rkd });
  const { item, rev, consent } = said;
  agree(outer.header, { item, rev, reader: reader.id, kid: rkd, consent });
  return said as unknown as Granted;
}
type Granted = Grant & { cth: string; cek: strict.Members };

/** Opens a copy as its reader, `now` in seconds, and makes every check a reader owes. */
export async function openCopy(
  { body, grant: token }: { body: Sealed; grant: Sealed },
  reader: Reader,
  owner: Owner,
  now: number,
): Promise<{ grant: Grant; plain: Plain }> {
  const grant = await openGrant(token, reader, owner);
  const read = readBody(body);
  const { item, rev } = read.header;
  agree(grant, { cth: await hashOf(body), item, rev });
  if (now >= grant.exp) throw new Ck1Trouble("expired", "the copy's time is over");
  return { grant, plain: await openBody(read, await keys.cekFromJwk(grant.cek)) };
}

function agree(said: strict.Members, wanted: strict.Members): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (said[name] !== value) throw new Ck1Trouble("grant", `the grant names another ${name}`);
  }
}
