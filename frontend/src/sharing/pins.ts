import type { EcPublic } from "../crypto/ck1/keys.ts";
import { thumbprintOf } from "../crypto/ck1/keys.ts";
import { profileOf } from "../feeds/profile.ts";
import type { OpenItem } from "../feeds/words.ts";

/**
 * Somebody whose keys this person holds to be theirs; `name` was typed when pairing. `keys` are the public keys that
 * `enc` and `sig` name; `was`: keys that signed before these. `ended`: on which day the pairing was over.
 */
export type Pin = {
  name: string;
  enc: string;
  sig: string;
  verified?: "qr" | "number";
  on: string;
  keys?: { enc: EcPublic; sig: EcPublic };
  was?: EcPublic[];
  ended?: string;
  /** It was over because the keys were others. */
  changed?: boolean;
  /** Whether this is a coach of mine, or somebody I am the coach of. */
  role?: "coach" | "agent";
};
export type Person = Pin & { person: string };

type Desk = { items(kind: string): readonly OpenItem[] };

/** Everybody who was ever pinned, the latest first. */
export function peopleIn(desk: Desk): Person[] {
  const pins = (profileOf(desk)["pins"] ?? {}) as Record<string, Pin>;
  const people = Object.entries(pins).map(([person, pin]) => ({ ...pin, person }));
  return people.sort((a, b) => (a.on < b.on ? 1 : -1));
}

export const personIn = (desk: Desk, person: string): Person | undefined =>
  peopleIn(desk).find((one) => one.person === person);

/** Whose keys were compared, and who is still paired: nothing is shared with anybody else. */
export const isTrusted = ({ verified, ended }: Pin): boolean =>
  (verified === "qr" || verified === "number") && ended === undefined;

/** The public keys behind a pin; undefined where they are not its own. */
export async function keysOf({ keys, enc, sig }: Pin): Promise<Pin["keys"]> {
  if (keys === undefined) return undefined;
  const thumbs = [await thumbprintOf(keys.enc), await thumbprintOf(keys.sig)];
  return thumbs[0] === enc && thumbs[1] === sig ? keys : undefined;
}

/** What has signed for this person: the present key, and those before it. */
export function signersOf({ keys, was = [] }: Pin): EcPublic[] {
  return keys === undefined ? was : [keys.sig, ...was];
}
