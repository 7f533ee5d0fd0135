import type { Sealed } from "./brands.ts";
import { hashOf } from "./bytes.ts";
import { readJws, signJws, verifyJws } from "./jws.ts";
import { type EcPrivate, type EcPublic, publicOf, readEcPublic } from "./keys.ts";
import { checkShape, is32, isId, isMembers, isWhole, type Members } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/** An account's public keys of one generation, signed by themselves and chained to those before. */
export type Keycard = {
  sub: string;
  gen: number;
  enc: EcPublic;
  sig: EcPublic;
  iat: number;
  prev: string | null;
};

const TYP = "ck1-keycard+jws";
const SHAPE = {
  required: {
    sub: isId,
    gen: isWhole,
    enc: isMembers,
    sig: isMembers,
    iat: isWhole,
    prev: (value: unknown) => value === null || is32(value),
  },
};

/** `iat` in seconds; `before` is the keycard this one follows. */
export async function signKeycard(
  sub: string,
  gen: number,
  pair: { enc: EcPrivate; sig: EcPrivate },
  iat: number,
  before: Sealed | null,
): Promise<Sealed> {
  const prev = before === null ? null : await hashOf(before);
  const card = { sub, gen, enc: publicOf(pair.enc), sig: publicOf(pair.sig), iat, prev };
  return signJws(TYP, card, pair.sig);
}

/** Verifies a chain, oldest first, and returns the card that holds now. */
export async function readKeycards(chain: readonly Sealed[], sub: string): Promise<Keycard> {
  let before: { token: Sealed; card: Keycard } | null = null;
  for (const token of chain) {
    const card = await openCard(token);
    const prev: string | null = before === null ? null : await hashOf(before.token);
    const follows = before === null || card.gen > before.card.gen;
    if (card.sub !== sub || card.prev !== prev || !follows) {
      throw new Ck1Trouble("signature", "the keycard does not follow the one before");
    }
    before = { token, card };
  }
  if (before === null) throw new Ck1Trouble("signature", "no keycard");
  return before.card;
}

async function openCard(token: Sealed): Promise<Keycard> {
  const { payload } = readJws(token, TYP);
  checkShape(payload, SHAPE, "keycard");
  const sig = readEcPublic(payload["sig"] as Members);
  readEcPublic(payload["enc"] as Members);
  await verifyJws(token, TYP, sig);
  return payload as Keycard;
}
