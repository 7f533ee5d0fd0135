import type { Words } from "../feeds/device.ts";

/** Somebody the person trusts. Sealed on this phone like a draft: it has no item, so nothing can send it. */
export type Trusted = { name: string; number: string };

/** The name of its sealed place on the device. What leaves with the keys at sign-out leaves with it. */
export const TRUSTED = "trusted-person";

const DIALLED = /^[0-9+]{2,15}$/;

/** The number as a `tel:` link takes it, or "" where it is none. */
export function dialled(number: string): string {
  // "+43 (0) 660": the nought is for who calls from within the country.
  const abroad = number.replace(/^(\s*\+.*?)\(0\)/, "$1");
  const plain = abroad.replace(/[\s./()‐‑–-]/g, "");
  return DIALLED.test(plain) ? plain : "";
}

/** What a sealed place held; null where it is nobody one could call. */
export function trustedIn(words: Words | undefined): Trusted | null {
  const [name, number] = [words?.["name"], words?.["number"]];
  if (typeof name !== "string" || typeof number !== "string" || !dialled(number)) return null;
  return { name, number };
}
