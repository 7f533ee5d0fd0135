/** Makes the samples of sharing: `node frontend/src/crypto/samples_sharing.ts FILE`. Fresh keys at each run. */
import { writeFileSync } from "node:fs";
import { b64url, randomBytes } from "./ck1/bytes.ts";
import { signConsent, toTheDay } from "./ck1/consent.ts";
import { inviteId, inviteText, newInvite, signAccept } from "./ck1/invite.ts";
import { newPair, thumbprintOf } from "./ck1/keys.ts";
import { followLedger, START } from "./ck1/ledger.ts";
import { sealReply } from "./ck1/reply.ts";
import { newId } from "./ids.ts";

const AT_S = 1_791_000_123;
const DAY_S = 86_400;

async function side() {
  return { id: newId(), enc: await newPair("enc"), sig: await newPair("sig") };
}
type Side = Awaited<ReturnType<typeof side>>;

async function invited(own: Side, reader: Side) {
  const invite = await newInvite(reader.id, reader);
  const shown = inviteText(invite);
  const accept = await signAccept(invite, own.id, own);
  const bad = ["", shown.slice(1), `${shown}=`, shown.toLowerCase(), shown.replaceAll("-", "")];
  return { text: shown, id: await inviteId(invite), accept, bad: [...bad, shown.slice(0, -1)] };
}

async function consented(own: Side, reader: Side) {
  const [iat, hash] = [toTheDay(AT_S), b64url(randomBytes(32))];
  const consent = {
    jti: newId(),
    own: own.id,
    reader: reader.id,
    iat,
    exp: iat + 90 * DAY_S,
    recipient: { kid: await thumbprintOf(reader.enc), verified: "number" as const },
    purpose: "ideas",
    scope: { item: newId(), rev: newId(), cth: hash },
    notice: { version: "1", lang: "en", sha256: hash },
  };
  const { jti, exp, purpose, scope } = consent;
  const token = await signConsent(consent, own.sig);
  return { token, says: { jti, exp, purpose, cth: scope.cth } };
}

async function replied(own: Side, reader: Side) {
  const words = { v: 1, text: `Thank you. ${"शुक्रिया ".repeat(40)}`, kind_reply: "thanks-heard" };
  const ids = { item: newId(), rev: newId(), of: newId() };
  const reply = { own: own.id, reader: reader.id, ...ids, iat: AT_S, words };
  return { token: await sealReply(reply, own.enc, reader.sig), of: ids.of, opens_to: words };
}

async function kept(own: Side) {
  const said = { own: own.id, on: "2026-10-03" };
  const events = ["keycard", "rotated"].map((event, at) =>
    JSON.stringify({ n: at + 1, ...said, event, why: "ü" }),
  );
  const { place } = await followLedger(START, events, own.id);
  return { events, hash: place.hash };
}

async function samples(): Promise<object> {
  const [own, reader] = [await side(), await side()];
  return {
    format: "ck1-sharing",
    made_by: "typescript",
    own: own.id,
    reader: reader.id,
    own_enc: own.enc,
    own_sig: own.sig,
    reader_enc: reader.enc,
    reader_sig: reader.sig,
    invite: await invited(own, reader),
    consent: await consented(own, reader),
    reply: await replied(own, reader),
    ledger: await kept(own),
  };
}

const [, , path] = process.argv;
if (path === undefined) throw new Error("Which file shall be written?");
writeFileSync(path, `${JSON.stringify(await samples(), null, 1)}\n`);
