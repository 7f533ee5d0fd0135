import type { Bytes } from "./brands.ts";
import { concat, randomBytes, sameBytes, sha256 } from "./bytes.ts";
import { Ck1Trouble } from "./trouble.ts";

const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSION = Uint8Array.of(1);
const SECRET_BYTES = 16;
const CHECK_BYTES = 3;
const SYMBOLS_IN_CODE = 32;

export function newRecoverySecret(): Bytes {
  return randomBytes(SECRET_BYTES);
}

/** Eight groups of four symbols, to be written down. */
export async function recoveryCodeOf(secret: Bytes): Promise<string> {
  const said = concat(VERSION, secret);
  const bytes = concat(said, (await sha256(said)).slice(0, CHECK_BYTES));
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const symbols = (bits.match(/.{5}/g) ?? []).map((five) => SYMBOLS[Number.parseInt(five, 2)]);
  return (symbols.join("").match(/.{4}/g) ?? []).join("-");
}

/** Any case, any grouping, any dash. Letters of other scripts may not turn into ours by case. */
function symbolsOf(typed: string): string {
  const text = typed.replaceAll(/[\s\p{Pd}\u2212]/gu, "");
  const upper = /^[a-z\d]*$/i.test(text) ? text.toUpperCase() : "";
  const plain = upper.replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if (plain.length !== SYMBOLS_IN_CODE || plain.includes("U")) {
    throw new Ck1Trouble("code-typo", "not 32 symbols of the alphabet");
  }
  return plain;
}

/** Reads a code as people type it; `code-typo` when it cannot be any code at all. */
export async function secretOfRecoveryCode(typed: string): Promise<Bytes> {
  const plain = symbolsOf(typed);
  const fives = [...plain].map((one) => SYMBOLS.indexOf(one).toString(2).padStart(5, "0"));
  const bytes = Uint8Array.from(fives.join("").match(/.{8}/g) ?? [], (byte) =>
    Number.parseInt(byte, 2),
  );
  const said = bytes.slice(0, VERSION.length + SECRET_BYTES);
  const check = (await sha256(said)).slice(0, CHECK_BYTES);
  if (said[0] !== VERSION[0] || !sameBytes(check, bytes.slice(said.length))) {
    throw new Ck1Trouble("code-typo", "a symbol is wrong");
  }
  return said.slice(VERSION.length);
}
