import type { Bytes } from "./brands.ts";
import { b64url, hkdf, sha256, unb64url, utf8 } from "./bytes.ts";
import { checkShape, is, is32, type Members, oneOf } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

export type EcPublic = { kty: "EC"; crv: "P-256"; x: string; y: string };
export type EcPrivate = EcPublic & { d: string };
/** A content key: 32 bytes, named by the thumbprint that was made from them here. */
export type Cek = { bytes: Bytes; kid: string };

const ECDH = { name: "ECDH", namedCurve: "P-256" };
const ECDSA = { name: "ECDSA", namedCurve: "P-256" };
const ES256 = { name: "ECDSA", hash: "SHA-256" };
const EC_PUBLIC = { kty: is("EC"), crv: is("P-256"), x: is32, y: is32 };
const EC_LABELS = {
  kid: is32,
  use: oneOf(["enc", "sig"]),
  alg: oneOf(["ES256", "ECDH-ES+A256KW"]),
};
const OCT = {
  required: { kty: is("oct"), k: is32 },
  optional: { kid: is32, alg: is("A256GCM"), use: is("enc") },
};

/** RFC 7638: the JWK's required members in the alphabet's order. */
export async function thumbprintOf({ crv, kty, x, y }: EcPublic): Promise<string> {
  return b64url(await sha256(utf8(JSON.stringify({ crv, kty, x, y }))));
}

export async function cekOf(bytes: Bytes): Promise<Cek> {
  const jwk = JSON.stringify({ k: b64url(bytes), kty: "oct" });
  return { bytes, kid: b64url(await sha256(utf8(jwk))) };
}

export function cekToJwk({ bytes, kid }: Cek): Members {
  return { kty: "oct", k: b64url(bytes), kid, alg: "A256GCM" };
}

/** The thumbprint is made anew; a `kid` that says otherwise is refused. */
export async function cekFromJwk(jwk: Members): Promise<Cek> {
  checkShape(jwk, OCT, "content key");
  const cek = await cekOf(unb64url(jwk["k"] as string, 32));
  if (jwk["kid"] !== undefined && jwk["kid"] !== cek.kid) {
    throw new Ck1Trouble("thumbprint", "the content key is not the one it says");
  }
  return cek;
}

export async function vaultKeyOf(root: Bytes, gen: number): Promise<CryptoKey> {
  return importWrapper(await hkdf(root, `ck1/vault/${gen}`));
}

export function importWrapper(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, "AES-KW", false, ["wrapKey", "unwrapKey"]);
}

export function publicOf({ kty, crv, x, y }: EcPublic): EcPublic {
  return { kty, crv, x, y };
}

export async function newPair(use: "enc" | "sig"): Promise<EcPrivate> {
  const [algorithm, usages] = use === "enc" ? [ECDH, DERIVE] : [ECDSA, SIGN];
  const pair = (await crypto.subtle.generateKey(algorithm, true, usages)) as CryptoKeyPair;
  const { x, y, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "", d: d ?? "" };
}
const DERIVE: KeyUsage[] = ["deriveBits"];
const SIGN: KeyUsage[] = ["sign", "verify"];

export function readEcPublic(jwk: Members): EcPublic {
  checkShape(jwk, { required: EC_PUBLIC, optional: EC_LABELS }, "public key");
  return jwk as EcPublic;
}

export function readEcPrivate(jwk: Members): EcPrivate {
  checkShape(jwk, { required: { ...EC_PUBLIC, d: is32 }, optional: EC_LABELS }, "private key");
  return jwk as EcPrivate;
}

export const importSigner = (jwk: EcPrivate) => importEc(jwk, ECDSA, ["sign"]);
export const importVerifier = (jwk: EcPublic) => importEc(publicOf(jwk), ECDSA, ["verify"]);
export const importReader = (jwk: EcPrivate) => importEc(jwk, ECDH, DERIVE);
export const importRecipient = (jwk: EcPublic) => importEc(publicOf(jwk), ECDH, []);

async function importEc(
  { kty, crv, x, y, ...rest }: EcPublic & { d?: string },
  algorithm: EcKeyImportParams,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  try {
    const jwk = { kty, crv, x, y, ...(rest.d === undefined ? {} : { d: rest.d }) };
    return await crypto.subtle.importKey("jwk", jwk, algorithm, false, usages);
  } catch (cause) {
    throw new Ck1Trouble("key", "not a point of P-256", cause);
  }
}

/** Refuses a pair whose halves do not belong together. */
export async function checkPair(enc: EcPrivate, sig: EcPrivate): Promise<void> {
  const proof = utf8("ck1/pair");
  const signature = await crypto.subtle.sign(ES256, await importSigner(sig), proof);
  const verifier = await importVerifier(sig);
  if (!(await crypto.subtle.verify(ES256, verifier, signature, proof))) {
    throw new Ck1Trouble("key", "the signing key's halves differ");
  }
  const other = await newPair("enc");
  const [here, there] = await Promise.all([agree(enc, other), agree(other, enc)]);
  if (here !== there) throw new Ck1Trouble("key", "the sealing key's halves differ");
}

async function agree(mine: EcPrivate, theirs: EcPublic): Promise<string> {
  const params = { name: "ECDH", public: await importRecipient(theirs) };
  return b64url(
    new Uint8Array(await crypto.subtle.deriveBits(params, await importReader(mine), 256)),
  );
}
