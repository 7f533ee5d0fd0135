import { utf8 } from "./bytes.ts";
import { type EcPublic, thumbprintOf } from "./keys.ts";

export type Party = { id: string; enc: EcPublic; sig: EcPublic };

const GROUPS = 6;
const GROUP_BYTES = 5;

/** Sixty digits in groups of five that both sides see alike, to be compared aloud. */
export async function safetyNumber(one: Party, other: Party): Promise<string> {
  const parties = [one, other].sort((a, b) => (a.id < b.id ? -1 : 1));
  return (await Promise.all(parties.map(half))).join(" ");
}

async function half({ id, enc, sig }: Party): Promise<string> {
  const said = `ck1/fp\n${id}\n${await thumbprintOf(enc)}\n${await thumbprintOf(sig)}`;
  const hash = new DataView(await crypto.subtle.digest("SHA-512", utf8(said)));
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const at = group * GROUP_BYTES;
    const value = hash.getUint8(at) * 2 ** 32 + hash.getUint32(at + 1);
    return String(value % 100_000).padStart(GROUP_BYTES, "0");
  });
  return groups.join(" ");
}
