import type { Bytes, Sealed } from "./brands.ts";
import { hkdf, randomBytes, sameBytes } from "./bytes.ts";
import { type Header, openJwe, readJwe, sealJwe } from "./jwe.ts";
import { importWrapper } from "./keys.ts";
import { is, isId, matches } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

type RootHeader = Header & { typ: "ck1-root+jwe"; kid: string; own?: string };

const ROOT_BYTES = 32;
const BASE = { alg: is("A256KW"), enc: is("A256GCM"), typ: is("ck1-root+jwe") };
const RECOVERY = { required: { ...BASE, kid: matches(/^recovery:[1-9]\d{0,8}$/), own: isId } };
const PASSKEY = { required: { ...BASE, kid: matches(/^passkey:[\w-]{16,1366}$/), own: isId } };
const DEVICE = { required: { ...BASE, kid: is("device") } };

/** D: wraps the root on this device, and cannot be read out by accident. */
export function newDeviceKey(): Promise<CryptoKey> {
  const algorithm = { name: "AES-KW", length: 256 };
  return crypto.subtle.generateKey(algorithm, false, ["wrapKey", "unwrapKey"]);
}

export function wrapRootForDevice(root: Bytes, device: CryptoKey): Promise<Sealed> {
  return sealJwe(headerOf("device"), root, device);
}

export function unwrapRootOnDevice(token: Sealed, device: CryptoKey): Promise<Bytes> {
  return openRoot(readJwe<RootHeader>(token, DEVICE, "device root"), device);
}

/** `n` counts the codes an account has had. */
export async function wrapRootForRecovery(
  root: Bytes,
  secret: Bytes,
  own: string,
  n: number,
): Promise<Sealed> {
  return sealJwe({ ...headerOf(`recovery:${n}`), own }, root, await recoveryKey(secret, own));
}

/** Throws `Ck1Trouble` with reason `seal` where the code is another one. */
export async function unwrapRootByRecovery(
  token: Sealed,
  secret: Bytes,
  own: string,
): Promise<Bytes> {
  const read = readJwe<RootHeader>(token, RECOVERY, "recovery wrap");
  if (read.header.own !== own) throw new Ck1Trouble("header", "the wrap is another account's");
  return openRoot(read, await recoveryKey(secret, own));
}

/** `secret` is what the passkey's PRF gave; `id` the credential's, base64url. */
export async function wrapRootForPasskey(
  root: Bytes,
  secret: Bytes,
  own: string,
  id: string,
): Promise<Sealed> {
  const header = { ...headerOf(`passkey:${id}`), own };
  return sealJwe(header, root, await passkeyKey(secret, own));
}

/** Throws `Ck1Trouble` with reason `seal` where the passkey is another one. */
export async function unwrapRootByPasskey(
  token: Sealed,
  secret: Bytes,
  own: string,
): Promise<Bytes> {
  const read = readJwe<RootHeader>(token, PASSKEY, "passkey wrap");
  if (read.header.own !== own) throw new Ck1Trouble("header", "the wrap is another account's");
  return openRoot(read, await passkeyKey(secret, own));
}

async function passkeyKey(secret: Bytes, own: string): Promise<CryptoKey> {
  return importWrapper(await hkdf(secret, `ck1/passkey/${own}`));
}

function headerOf(kid: string): RootHeader {
  return { alg: "A256KW", enc: "A256GCM", typ: "ck1-root+jwe", kid };
}

async function recoveryKey(secret: Bytes, own: string): Promise<CryptoKey> {
  return importWrapper(await hkdf(secret, `ck1/recovery/${own}`));
}

async function openRoot(read: Parameters<typeof openJwe>[0], key: CryptoKey): Promise<Bytes> {
  const root = await openJwe(read, key);
  if (root.length !== ROOT_BYTES) throw new Ck1Trouble("plaintext", "not a root");
  return root;
}

/** Whether a device key that was kept somewhere is still one. */
export async function deviceKeyWorks(key: unknown): Promise<boolean> {
  if (!(key instanceof CryptoKey)) return false;
  const proof = randomBytes(ROOT_BYTES);
  return sameBytes(proof, await unwrapRootOnDevice(await wrapRootForDevice(proof, key), key));
}
