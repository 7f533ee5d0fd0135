import { expect, test } from "vitest";
import { sealBody } from "./ck1/body.ts";
import type { Plain } from "./ck1/brands.ts";
import { randomBytes } from "./ck1/bytes.ts";
import { openConsent, signConsent, toTheDay } from "./ck1/consent.ts";
import { openCopy, sealGrant } from "./ck1/grant.ts";
import { inviteText, newInvite, openAccept, readInvite, signAccept } from "./ck1/invite.ts";
import { cekOf, newPair, thumbprintOf } from "./ck1/keys.ts";
import { followLedger, START } from "./ck1/ledger.ts";
import { checkReply, isReply, openReply, readReply, sealReply } from "./ck1/reply.ts";
import { newId } from "./ids.ts";

const side = async () => ({ id: newId(), enc: await newPair("enc"), sig: await newPair("sig") });
const [ana, sam, eve] = [await side(), await side(), await side()];

test("an answer proves that whoever was shown the invitation gave these keys", async () => {
  const invite = readInvite(inviteText(await newInvite(sam.id, sam)));
  const accept = await signAccept(invite, ana.id, ana);
  expect((await openAccept(accept, invite)).own).toBe(ana.id);
  const other = await newInvite(sam.id, sam);
  await expect(openAccept(accept, other)).rejects.toMatchObject({ reason: "signature" });
  const guessed = await signAccept({ ...invite, nonce: other.nonce }, eve.id, eve);
  await expect(openAccept(guessed, invite)).rejects.toMatchObject({ reason: "signature" });
  const foreign = await signAccept({ ...invite, coach: eve.id }, ana.id, ana);
  await expect(openAccept(foreign, invite)).rejects.toMatchObject({ reason: "signature" });
});

const iat = toTheDay(1_791_000_123);
const CONSENT = {
  jti: newId(),
  own: ana.id,
  reader: sam.id,
  iat,
  exp: iat + 30 * 86_400,
  recipient: { kid: await thumbprintOf(sam.enc), verified: "qr" as const },
  purpose: "be-heard",
  scope: { item: newId(), rev: newId(), cth: await thumbprintOf(eve.enc) },
  notice: { version: "1", lang: "en", sha256: await thumbprintOf(eve.sig) },
};

test("a consent opens under the giver's key alone, and to what was said", async () => {
  const token = await signConsent(CONSENT, ana.sig);
  expect(await openConsent(token, ana.sig)).toEqual(CONSENT);
  await expect(openConsent(token, eve.sig)).rejects.toMatchObject({ reason: "signature" });
});

test.each([
  ["the minute", { iat: iat + 60 }],
  ["91 days", { exp: iat + 91 * 86_400 }],
  ["no time at all", { exp: iat }],
  ["nobody verified", { recipient: { ...CONSENT.recipient, verified: "no" as "qr" } }],
])("a consent that tells %s is not made", async (_what, change) => {
  await expect(signConsent({ ...CONSENT, ...change }, ana.sig)).rejects.toMatchObject({
    reason: "header",
  });
});

test("the length of a grant does not tell whether backup is asked for", async () => {
  const cek = await cekOf(randomBytes(32));
  const facts = { item: newId(), rev: newId(), parents: [], kind: "copy", del: "no" as const };
  const body = await sealBody(facts, '{"v":1,"text":"only this"}' as Plain, cek);
  const said = { own: ana.id, item: facts.item, rev: facts.rev, reader: sam.id, consent: newId() };
  const made = [true, false].map((backup) =>
    sealGrant({ ...said, iat, exp: iat + 60, backup }, { cek, body }, sam.enc, ana.sig),
  );
  const grants = await Promise.all(made);
  expect(new Set(grants.map((grant) => grant.length)).size).toBe(1);
  for (const grant of grants) {
    const read = await openCopy({ body, grant }, sam, ana, iat);
    expect(read.plain).toContain("only this");
  }
});

test("a reply opens for whom it was sealed, and only the pinned coach can have signed it", async () => {
  const words = { v: 1, text: "Thank you for trusting me with this." };
  const said = {
    own: ana.id,
    reader: sam.id,
    item: newId(),
    rev: newId(),
    of: newId(),
    iat,
    words,
  };
  const token = await sealReply(said, ana.enc, sam.sig);
  expect(isReply(token)).toBe(true);
  expect(readReply(token).header.of).toBe(said.of);
  const { reply, signed, plain } = await openReply(token, ana.id, [eve.enc, ana.enc]);
  expect([reply, JSON.parse(plain)]).toEqual([said, words]);
  await checkReply(signed, sam.sig);
  await expect(checkReply(signed, eve.sig)).rejects.toMatchObject({ reason: "signature" });
  await expect(openReply(token, ana.id, [eve.enc])).rejects.toMatchObject({ reason: "seal" });
  await expect(openReply(token, eve.id, [ana.enc])).rejects.toMatchObject({ reason: "grant" });
});

test("a ledger that lacks an event, or is another's, is refused; an edited one leads elsewhere", async () => {
  const events = [1, 2, 3].map((n) => JSON.stringify({ n, own: ana.id, event: "delivered" }));
  const { place, read } = await followLedger(START, events, ana.id);
  expect([place.n, read.length]).toEqual([3, 3]);
  const refused = { reason: "ledger" };
  await expect(followLedger(START, events.slice(1), ana.id)).rejects.toMatchObject(refused);
  await expect(followLedger(START, events, eve.id)).rejects.toMatchObject(refused);
  const edited = events.map((event) => event.replace("delivered", "withdrawn"));
  expect((await followLedger(START, edited, ana.id)).place.hash).not.toBe(place.hash);
});
