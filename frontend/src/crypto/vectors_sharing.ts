import { asSealed } from "./ck1/brands.ts";
import { openConsent } from "./ck1/consent.ts";
import { inviteId, openAccept, readInvite } from "./ck1/invite.ts";
import { checkPair, type EcPrivate, publicOf, readEcPrivate, thumbprintOf } from "./ck1/keys.ts";
import { followLedger, START } from "./ck1/ledger.ts";
import { checkReply, openReply } from "./ck1/reply.ts";
import { Failure, type Holder, inner, piece, same, text } from "./pieces.ts";

type Side = { id: string; enc: EcPrivate; sig: EcPrivate };

/** Checks a whole file about sharing; a line about what was opened. Throws `Failure`. */
export async function checkSharing(file: Holder): Promise<string> {
  const [own, reader] = [await sideIn(file, "own"), await sideIn(file, "reader")];
  await checkInvite(inner(file, "invite"), own, reader);
  await checkConsent(inner(file, "consent"), own, reader);
  await checkTheReply(inner(file, "reply"), own, reader);
  await checkLedger(inner(file, "ledger"), own);
  return "an invitation with its answer, a consent, a reply and a ledger open";
}

async function sideIn(file: Holder, name: string): Promise<Side> {
  const enc = await piece(`${name}_enc`, () => readEcPrivate(inner(file, `${name}_enc`)));
  const sig = await piece(`${name}_sig`, () => readEcPrivate(inner(file, `${name}_sig`)));
  await piece(`${name}_enc, ${name}_sig`, () => checkPair(enc, sig));
  return { id: text(file, name), enc, sig };
}

async function checkInvite(row: Holder, own: Side, reader: Side): Promise<void> {
  const invite = await piece("invite.text", () => readInvite(text(row, "text", "invite.")));
  const wanted = [reader.id, await thumbprintOf(reader.enc), await thumbprintOf(reader.sig)];
  same("invite.text", [invite.coach, invite.enc, invite.sig], wanted);
  same("invite.id", text(row, "id", "invite."), await inviteId(invite));
  const accept = () => openAccept(asSealed(row["accept"]), invite);
  const said = await piece("invite.accept", accept);
  const mine = { own: own.id, enc: publicOf(own.enc), sig: publicOf(own.sig) };
  same("invite.accept", said, mine);
  for (const [at, bad] of ((row["bad"] ?? []) as string[]).entries()) {
    if (isInvite(bad)) throw new Failure(`invite.bad[${at}]`, "was believed");
  }
}

function isInvite(shown: string): boolean {
  try {
    readInvite(shown);
    return true;
  } catch {
    return false; // as it should be
  }
}

async function checkConsent(row: Holder, own: Side, reader: Side): Promise<void> {
  const token = text(row, "token", "consent.");
  const given = await piece("consent.token", () => openConsent(asSealed(token), own.sig));
  const wanted = [own.id, reader.id, await thumbprintOf(reader.enc)];
  same("consent.token", [given.own, given.reader, given.recipient.kid], wanted);
  const { jti, exp, purpose, scope } = given;
  same("consent.says", inner(row, "says", "consent."), { jti, exp, purpose, cth: scope.cth });
}

async function checkTheReply(row: Holder, own: Side, reader: Side): Promise<void> {
  const token = asSealed(text(row, "token", "reply."));
  const { reply, signed } = await piece("reply.token", () => openReply(token, own.id, [own.enc]));
  await piece("reply.token", () => checkReply(signed, reader.sig));
  same("reply.token", [reply.own, reply.reader], [own.id, reader.id]);
  same("reply.of", text(row, "of", "reply."), reply.of);
  same("reply.opens_to", inner(row, "opens_to", "reply."), reply.words);
}

async function checkLedger(row: Holder, own: Side): Promise<void> {
  const events = row["events"];
  if (!Array.isArray(events)) throw new Failure("ledger.events", "is missing or no list");
  const { place } = await piece("ledger.events", () => followLedger(START, events, own.id));
  same("ledger.hash", text(row, "hash", "ledger."), place.hash);
}
