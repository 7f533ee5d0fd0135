import { CompactSign } from "jose/jws/compact/sign";
import { compactVerify } from "jose/jws/compact/verify";
import type { Sealed } from "./brands.ts";
import { isB64url, textOf, unb64url, utf8 } from "./bytes.ts";
import type { EcPrivate, EcPublic } from "./keys.ts";
import { importSigner, importVerifier, thumbprintOf } from "./keys.ts";
import { checkShape, is, is32, type Members, parseMembers } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

const SIGNATURE_LETTERS = 86;

/** An ES256 JWS over JSON, its `kid` the signer's thumbprint; spaces make it `leastLetters` long, so that it does not tell. */
export async function signJws(
  typ: string,
  payload: Members,
  sig: EcPrivate,
  leastLetters = 0,
): Promise<Sealed> {
  const header = { alg: "ES256", typ, kid: await thumbprintOf(sig) };
  const token = new CompactSign(utf8(JSON.stringify(payload).padEnd(leastLetters)));
  return (await token.setProtectedHeader(header).sign(await importSigner(sig))) as Sealed;
}

/** The payload, without asking whose it is; only for a card that vouches for its own key. */
export function readJws(token: Sealed, typ: string): { kid: string; payload: Members } {
  const parts = token.split(".");
  const [head = "", body = "", signature = ""] = parts;
  if (parts.length !== 3 || !parts.every(isB64url) || signature.length !== SIGNATURE_LETTERS) {
    throw new Ck1Trouble("shape", `${typ} is no compact JWS`);
  }
  const header = parseMembers(textOf(unb64url(head)));
  checkShape(header, { required: { alg: is("ES256"), typ: is(typ), kid: is32 } }, typ);
  return { kid: header["kid"] as string, payload: parseMembers(textOf(unb64url(body))) };
}

export async function verifyJws(token: Sealed, typ: string, sig: EcPublic): Promise<Members> {
  const { kid, payload } = readJws(token, typ);
  if (kid !== (await thumbprintOf(sig))) {
    throw new Ck1Trouble("signature", `${typ} names another signer`);
  }
  try {
    await compactVerify(token, await importVerifier(sig), { algorithms: ["ES256"] });
  } catch (cause) {
    throw new Ck1Trouble("signature", `${typ} is not signed by this key`, cause);
  }
  return payload;
}
