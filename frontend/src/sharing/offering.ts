import { asSealed, plainOf, type Sealed } from "../crypto/ck1/brands.ts";
import { type Consent, signConsent, toTheDay } from "../crypto/ck1/consent.ts";
import { type Grant, sealGrant } from "../crypto/ck1/grant.ts";
import { vaultKeyFor } from "../crypto/ck1/keyring.ts";
import { checkReply } from "../crypto/ck1/reply.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { genOf, openSlot, readSlot } from "../crypto/ck1/slot.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { newId } from "../crypto/ids.ts";
import { JournalTrouble } from "../errors.ts";
import type { Hands } from "../feeds/hands.ts";
import { changeProfile } from "../feeds/profile.ts";
import { unsentRow } from "../feeds/rows.ts";
import type { OpenItem } from "../feeds/words.ts";
import type { Share } from "../storage/store.ts";
import { journalDay } from "../streaks/day.ts";
import { areKeysOf, lentIn, type Own, ownOf, presentKeys, trusted } from "./own.ts";
import { keysOf, type Person, personIn, signersOf } from "./pins.ts";
import type { Offering, Wish } from "./shape.ts";
import { shownIn } from "./shown.ts";

const DAY_S = 86_400;

export function offeringOf(hands: Hands): Offering {
  return {
    share: (wish) => share(hands, wish),
    isFromPinned: (reply) => isFromPinned(hands, reply),
  };
}

async function share(hands: Hands, wish: Wish): Promise<string> {
  const [own, to] = [ownOf(hands), trusted(hands, wish.to)];
  const { store, keys } = hands.home();
  const enc = await readerKey(hands, to);
  const facts = { item: newId(), rev: newId(), parents: [], kind: "copy", del: "no" } as const;
  const tokens = await sealRevision({ ...facts, parents: [] }, plainOf(wish.words), keys);
  const terms = await termsOf(hands, wish, { ...facts, cth: tokens.sha }, own, to);
  const binding = { item: facts.item, rev: facts.rev, cth: tokens.sha };
  const lid = readSlot(tokens.slot, binding);
  const cek = await openSlot(lid, await vaultKeyFor(keys, genOf(lid), binding));
  const sealed: Share = {
    consent: await signConsent(terms.consent, own.sig),
    grant: await sealGrant(terms.grant, { cek, body: tokens.body }, enc, own.sig),
  };
  await remember(hands, facts.item, wish, terms.grant.exp);
  const row = { ...unsentRow({ ...facts, parents: [] }, tokens), share: sealed };
  await store.update({ items: [facts.item], change: () => ({ put: [row] }) });
  await hands.wrote([facts.item]);
  return facts.item;
}

/** The key that was pinned, and no other; without a network the one kept with the pin. */
async function readerKey(hands: Hands, to: Person) {
  const kept = await keysOf(to);
  if (kept !== undefined) return kept.enc;
  const shown = await presentKeys(hands, to.person);
  if (!(await areKeysOf(shown, to))) throw new JournalTrouble("not-verified");
  return shown.enc;
}

type Scope = { item: string; rev: string; cth: string };

async function termsOf(
  hands: Hands,
  { days, purpose, words, notice }: Wish,
  { item, rev, cth }: Scope,
  own: Own,
  to: Person,
): Promise<{ consent: Consent; grant: Grant }> {
  const iat = toTheDay(Math.floor(hands.parts().now() / 1000));
  const said = { own: own.id, reader: to.person, iat, exp: iat + days * DAY_S };
  const jti = newId();
  const { verified } = to;
  if (verified === undefined) throw new JournalTrouble("not-verified");
  const shown = await shownIn(notice);
  const recipient = { kid: to.enc, verified };
  const consent = { ...said, jti, recipient, purpose, scope: { item, rev, cth }, notice: shown };
  const backup = words["backup"] === true;
  return { consent, grant: { ...said, item, rev, consent: jti, backup } };
}

/** Whom it went to and from what it was made, for this person's devices only. */
async function remember(hands: Hands, copy: string, wish: Wish, until: number): Promise<void> {
  const { now, dayRule } = hands.parts();
  const on = journalDay(new Date(now()), dayRule());
  const desk = { state: hands.state(), items: hands.items, save: hands.save };
  await changeProfile(desk, () => ({
    copies: { ...lentIn(hands), [copy]: { of: wish.of, to: wish.to, until, on } },
  }));
}

async function isFromPinned(hands: Hands, { words }: OpenItem): Promise<boolean> {
  const { from, to, signed } = words;
  const person = personIn(hands, String(from));
  if (person === undefined || to !== hands.state().account?.id) return false;
  for (const signer of signersOf(person)) {
    if (await isSignedBy(asSealed(signed), signer)) return true;
  }
  return false;
}

async function isSignedBy(signed: Sealed, signer: Parameters<typeof checkReply>[1]) {
  try {
    await checkReply(signed, signer);
    return true;
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return false;
    throw trouble;
  }
}
