import type { Bytes } from "./brands.ts";
import { Ck1Trouble } from "./trouble.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Letters that leave no stray bits in a last group of two or three. */
const LAST: Record<number, RegExp> = { 0: /./, 2: /[AQgw]$/, 3: /[AEIMQUYcgkosw048]$/ };

export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

export function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new Ck1Trouble("plaintext", "not UTF-8", cause);
  }
}

export function b64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** True for the one spelling of some bytes: no padding, no stray bits. */
export function isB64url(text: string): boolean {
  return /^[\w-]*$/.test(text) && (text === "" || (LAST[text.length % 4]?.test(text) ?? false));
}

/** Decodes strictly, so that no two texts stand for the same bytes. */
export function unb64url(text: string, lengthBytes?: number): Bytes {
  if (!isB64url(text)) throw new Ck1Trouble("shape", "not base64url");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  if (lengthBytes !== undefined && binary.length !== lengthBytes) {
    throw new Ck1Trouble("shape", `not ${lengthBytes} bytes`);
  }
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** `cth`, `sha` and `prev`: base64url SHA-256 of a token's ASCII. */
export async function hashOf(token: string): Promise<string> {
  return b64url(await sha256(utf8(token)));
}

/** HKDF-SHA256, empty salt, 32 bytes. */
export async function hkdf(secret: Bytes, info: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}
