import type { Bytes, Sealed } from "./brands.ts";
import { b64url, hkdf, randomBytes, sameBytes, unb64url, utf8 } from "./bytes.ts";
import { readJws, signJws, verifyJws } from "./jws.ts";
import * as keys from "./keys.ts";
import { checkShape, is32, isId, isMembers, type Members } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/** Who invites, the thumbprints of that coach's keys, and 16 bytes that never reach the server. */
export type Invite = { coach: string; enc: string; sig: string; nonce: Bytes };
/** Who has accepted, with both public keys. */
export type Accepted = { own: string; enc: keys.EcPublic; sig: keys.EcPublic };

const TYP = "ck1-accept+jws";
const NONCE_BYTES = 16;
const SHOWN = /^CK1I:([0-9a-f-]{36}):([\w-]{43}):([\w-]{43}):([\w-]{22})$/;
const SHAPE = { required: { own: isId, reader: isId, enc: isMembers, sig: isMembers, mac: is32 } };

/** A fresh invitation of a coach, good for one person. */
export async function newInvite(
  coach: string,
  pair: { enc: keys.EcPublic; sig: keys.EcPublic },
): Promise<Invite> {
  const [enc, sig] = [await keys.thumbprintOf(pair.enc), await keys.thumbprintOf(pair.sig)];
  return { coach, enc, sig, nonce: randomBytes(NONCE_BYTES) };
}

/** As it stands in the square code, or after the # of a link. */
export function inviteText({ coach, enc, sig, nonce }: Invite): string {
  return `CK1I:${coach}:${enc}:${sig}:${b64url(nonce)}`;
}

/** What a code or a link's fragment says; `Ck1Trouble` "shape" unless it is an invitation. */
export function readInvite(text: string): Invite {
  const [, coach = "", enc = "", sig = "", nonce = ""] = SHOWN.exec(text) ?? [];
  if (!isId(coach) || !is32(enc) || !is32(sig)) throw new Ck1Trouble("shape", "no invitation");
  return { coach, enc, sig, nonce: unb64url(nonce, NONCE_BYTES) };
}

/** The name under which the server keeps an invitation; it does not tell the nonce. */
export async function inviteId({ nonce }: Invite): Promise<string> {
  return b64url(await hkdf(nonce, "ck1/invite/id"));
}

/** The agent's answer: the own public keys, bound to the invitation. */
export async function signAccept(
  invite: Invite,
  own: string,
  pair: { enc: keys.EcPrivate; sig: keys.EcPrivate },
): Promise<Sealed> {
  const [enc, sig] = [keys.publicOf(pair.enc), keys.publicOf(pair.sig)];
  const mac = await macOf(invite, { own, enc, sig });
  return signJws(TYP, { own, reader: invite.coach, enc, sig, mac: b64url(mac) }, pair.sig);
}

/** Who answered this very invitation, with keys that only whoever was shown it can have named. */
export async function openAccept(token: Sealed, invite: Invite): Promise<Accepted> {
  const { payload } = readJws(token, TYP);
  checkShape(payload, SHAPE, "accept");
  const [enc, sig] = [publicIn(payload, "enc"), publicIn(payload, "sig")];
  await keys.importRecipient(enc);
  await verifyJws(token, TYP, sig);
  const accepted = { own: payload["own"] as string, enc, sig };
  const mac = unb64url(payload["mac"] as string);
  const isOurs = payload["reader"] === invite.coach;
  if (!isOurs || !sameBytes(mac, await macOf(invite, accepted))) {
    throw new Ck1Trouble("signature", "the answer is not to this invitation");
  }
  return accepted;
}

function publicIn(payload: Members, name: string): keys.EcPublic {
  const jwk = keys.readEcPublic(payload[name] as Members);
  if (Object.keys(jwk).length !== 4) throw new Ck1Trouble("key", `${name} is more than a key`);
  return jwk;
}

async function macOf(invite: Invite, { own, enc, sig }: Accepted): Promise<Bytes> {
  const thumbs = [await keys.thumbprintOf(enc), await keys.thumbprintOf(sig)];
  const said = ["ck1/invite", own, invite.coach, ...thumbs, invite.enc, invite.sig].join("\n");
  const secret = await hkdf(invite.nonce, "ck1/invite/mac");
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", secret, hmac, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8(said)));
}
