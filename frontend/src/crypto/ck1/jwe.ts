import { compactDecrypt } from "jose/jwe/compact/decrypt";
import { CompactEncrypt } from "jose/jwe/compact/encrypt";
import type { Bytes, Sealed } from "./brands.ts";
import { isB64url, textOf, unb64url } from "./bytes.ts";
import { checkShape, type Members, parseMembers, type Shape } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

export type Alg = "dir" | "A256KW" | "ECDH-ES+A256KW";
export type Header = Members & { alg: Alg; enc: "A256GCM" };

/** A token taken apart: its header checked, nothing opened yet. */
export type Read<H extends Header> = { header: H; token: Sealed; ciphertextBytes: number };

const IV_LETTERS = 16;
const TAG_LETTERS = 22;
/** A 256-bit key wrapped by A256KW is 40 bytes. */
const WRAPPED_LETTERS: Record<Alg, number> = { dir: 0, A256KW: 54, "ECDH-ES+A256KW": 54 };

export async function sealJwe(
  header: Header,
  plaintext: Uint8Array,
  key: CryptoKey | Uint8Array,
): Promise<Sealed> {
  const token = new CompactEncrypt(plaintext).setProtectedHeader(header);
  return (await token.encrypt(key)) as Sealed;
}

/** Reads the header of a compact JWE and refuses every form but ours. */
export function readJwe<H extends Header>(token: Sealed, shape: Shape, what: string): Read<H> {
  const parts = token.split(".");
  const [head = "", wrapped = "", iv = "", ciphertext = "", tag = ""] = parts;
  if (parts.length !== 5 || !parts.every(isB64url)) {
    throw new Ck1Trouble("shape", `${what} is no compact JWE`);
  }
  const header = parseMembers(textOf(unb64url(head)));
  checkShape(header, shape, what);
  const letters = [wrapped.length, iv.length, tag.length].join();
  if (letters !== [WRAPPED_LETTERS[(header as H).alg], IV_LETTERS, TAG_LETTERS].join()) {
    throw new Ck1Trouble("shape", `${what} has a part of the wrong length`);
  }
  return { header: header as H, token, ciphertextBytes: Math.floor((ciphertext.length * 3) / 4) };
}

export async function openJwe<H extends Header>(
  read: Read<H>,
  key: CryptoKey | Uint8Array,
): Promise<Bytes> {
  try {
    const opened = await compactDecrypt(read.token, key, {
      keyManagementAlgorithms: [read.header.alg],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return new Uint8Array(opened.plaintext);
  } catch (cause) {
    throw new Ck1Trouble("seal", "the key does not open this token", cause);
  }
}
