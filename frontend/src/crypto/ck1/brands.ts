import { Ck1Trouble } from "./trouble.ts";

declare const sealedBrand: unique symbol;
declare const plainBrand: unique symbol;

/** A compact token. The only form in which words may reach storage or http. */
export type Sealed = string & { readonly [sealedBrand]: true };

/** JSON text of somebody's words. It must not leave memory. */
export type Plain = string & { readonly [plainBrand]: true };

/** Bytes over a buffer WebCrypto accepts. */
export type Bytes = Uint8Array<ArrayBuffer>;

const COMPACT = /^[\w-]+(\.[\w-]*){2,4}$/;

/** Reads text that came from the server or the disk as a token; it is opened elsewhere. */
export function asSealed(text: unknown): Sealed {
  if (typeof text !== "string" || !COMPACT.test(text)) {
    throw new Ck1Trouble("shape", "not a compact token");
  }
  return text as Sealed;
}

export function plainOf(words: object): Plain {
  return JSON.stringify(words) as Plain;
}
