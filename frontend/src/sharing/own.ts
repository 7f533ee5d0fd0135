import { readKeycards } from "../crypto/ck1/keycard.ts";
import type { EcPrivate } from "../crypto/ck1/keys.ts";
import { thumbprintOf } from "../crypto/ck1/keys.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { JournalTrouble } from "../errors.ts";
import type { Hands } from "../feeds/hands.ts";
import { changeProfile, profileOf } from "../feeds/profile.ts";
import { orThrow } from "../http/answers.ts";
import { readKeycards as askKeycards } from "../http/vault.ts";
import { isTrusted, type Person, type Pin, personIn } from "./pins.ts";
import type { Keys } from "./shape.ts";

export type Own = { id: string; enc: EcPrivate; sig: EcPrivate };

/** The account and its key pairs; throws `sign-in-needed` or `locked`. */
export function ownOf(hands: Hands): Own {
  const { account, unlocked } = hands.state();
  if (account === null) throw new JournalTrouble("account-needed");
  const { pair } = hands.home().keys;
  if (!unlocked || pair === null) throw new JournalTrouble("locked");
  return { id: account.id, ...pair };
}

/** The public keys somebody has now, as the server shows them; believed only where they are those pinned. */
export async function presentKeys(hands: Hands, person: string): Promise<Keys> {
  const cards = orThrow(await askKeycards(hands.parts().send, person));
  try {
    const { enc, sig } = await readKeycards(cards, person);
    return { enc, sig };
  } catch (cause) {
    if (cause instanceof Ck1Trouble) throw new JournalTrouble("other-keys", { cause });
    throw cause;
  }
}

export const areKeysOf = async ({ enc, sig }: Keys, pin: { enc: string; sig: string }) =>
  (await thumbprintOf(enc)) === pin.enc && (await thumbprintOf(sig)) === pin.sig;

/** Writes one pin into the sealed profile. */
export async function changePin(
  hands: Hands,
  person: string,
  change: (now: Pin | undefined) => Pin,
): Promise<void> {
  const desk = { state: hands.state(), items: hands.items, save: hands.save };
  await changeProfile(desk, (now) => {
    const pins = (now["pins"] ?? {}) as Record<string, Pin>;
    return { pins: { ...pins, [person]: change(pins[person]) } };
  });
}

/** Pins somebody's keys in place of what was pinned before; older ones are kept to know old replies by. */
export async function pin(
  hands: Hands,
  person: string,
  keys: Keys,
  about: Pick<Pin, "name" | "on"> & { verified: "qr" | undefined; role: "coach" | "agent" },
): Promise<void> {
  const [enc, sig] = [await thumbprintOf(keys.enc), await thumbprintOf(keys.sig)];
  await changePin(hands, person, (now) => {
    const { verified, ...rest } = about;
    const old = now?.keys && now.verified && now.sig !== sig ? [now.keys.sig] : [];
    const was = [...old, ...(now?.was ?? [])];
    return {
      ...rest,
      enc,
      sig,
      keys,
      ...(verified === undefined ? {} : { verified }),
      ...(was.length === 0 ? {} : { was }),
    };
  });
}

/** Somebody to share with or to read from; throws `not-verified`. */
export function trusted(hands: Hands, person: string): Person {
  const found = personIn(hands, person);
  if (found === undefined || !isTrusted(found)) throw new JournalTrouble("not-verified");
  return found;
}

/** Where a copy came from and whom it is for, as the sealed profile keeps it: the copy itself must not tell. */
export type Lent = { of: string | null; to: string; until: number; on: string };

export function lentIn(desk: Pick<Hands, "items">): Record<string, Lent> {
  return (profileOf(desk)["copies"] ?? {}) as Record<string, Lent>;
}
