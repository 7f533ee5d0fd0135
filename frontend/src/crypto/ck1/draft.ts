import type { Plain, Sealed } from "./brands.ts";
import { textOf, utf8 } from "./bytes.ts";
import { openJwe, readJwe, sealJwe } from "./jwe.ts";
import { is, parseMembers } from "./strict.ts";

const HEADER = { alg: "A256KW", enc: "A256GCM", typ: "ck1-draft+jwe", kid: "device" } as const;
const SHAPE = {
  required: Object.fromEntries(Object.entries(HEADER).map(([name, value]) => [name, is(value)])),
};

/** A draft never leaves the device: it is sealed under the device's own key. */
export function sealDraft(plain: Plain, device: CryptoKey): Promise<Sealed> {
  return sealJwe(HEADER, utf8(plain), device);
}

export async function openDraft(token: Sealed, device: CryptoKey): Promise<Plain> {
  const text = textOf(await openJwe(readJwe(token, SHAPE, "draft"), device));
  parseMembers(text);
  return text as Plain;
}
