import { CompactSign } from "jose";
import { expect, test } from "vitest";
import { newId } from "../ids.ts";
import { openBody, readBody, sealBody } from "./body.ts";
import { asSealed, plainOf, type Sealed } from "./brands.ts";
import { b64url, hashOf, randomBytes, textOf, unb64url, utf8 } from "./bytes.ts";
import { openConsent, signConsent, toTheDay } from "./consent.ts";
import { openCopy, openGrant, sealGrant } from "./grant.ts";
import { inviteText, newInvite, openAccept, readInvite, signAccept } from "./invite.ts";
import { openJwe, readJwe, sealJwe } from "./jwe.ts";
import { readJws, signJws, verifyJws } from "./jws.ts";
import { readKeycards, signKeycard } from "./keycard.ts";
import { readKeybag, sealKeybag } from "./keyring.ts";
import * as keys from "./keys.ts";
import { newShown, openLink, readShown, sealLink } from "./link.ts";
import { secretOfRecoveryCode } from "./recovery.ts";
import { openReply, readReply, sealReply } from "./reply.ts";
import * as roots from "./root.ts";
import { altered, beheaded, headerOf, payloadOf, type Says } from "./said.ts";
import { readSlot, sealSlot } from "./slot.ts";
import { parseMembers } from "./strict.ts";

const side = async () => ({
  id: newId(),
  enc: await keys.newPair("enc"),
  sig: await keys.newPair("sig"),
});
const [ana, sam, eve] = [await side(), await side(), await side()];
const thumb = await keys.thumbprintOf(eve.enc);
const cek = await keys.cekOf(randomBytes(32));
const facts = { item: newId(), rev: newId(), kind: "copy", del: "no" } as const;
const body = await sealBody({ ...facts, parents: [] }, plainOf({ v: 1 }), cek);
const iat = toTheDay(1_791_000_123);
const terms = { own: ana.id, reader: sam.id, consent: newId(), iat, exp: iat + 60, backup: true };
const { item, rev } = facts;
const grant = await sealGrant({ ...terms, item, rev }, { cek, body }, sam.enc, ana.sig);
const said = { own: ana.id, reader: sam.id, item: newId(), rev: newId(), of: item, iat };
const reply = await sealReply({ ...said, words: { v: 1 } }, ana.enc, sam.sig);
const card = await signKeycard(ana.id, 1, ana, iat, null);
const OFF = { ...keys.publicOf(ana.enc), x: ana.enc.y, y: ana.enc.x };

const refused = (work: () => unknown, reason: string) =>
  expect((async () => work())()).rejects.toMatchObject({ reason });
/** Signed by its signer as it should be, whatever it names as the key. */
async function namedAs(token: Sealed, kid: string, sig: keys.EcPrivate): Promise<Sealed> {
  const header = { ...headerOf(token), alg: "ES256", kid };
  const made = new CompactSign(utf8(JSON.stringify(payloadOf(token)))).setProtectedHeader(header);
  return (await made.sign(await keys.importSigner(sig))) as Sealed;
}
const unsigned = (token: Sealed) => `${token.slice(0, -86)}${"A".repeat(86)}` as Sealed;

async function otherGrant(outside: Says, inside: Says): Promise<Sealed> {
  const any = {
    required: {},
    optional: Object.fromEntries(NAMES.map((name) => [name, () => true])),
  };
  const sealed = await openJwe(readJwe(grant, any, "grant"), await keys.importReader(sam.enc));
  const says = { ...payloadOf(textOf(sealed) as Sealed), ...inside };
  const signed = utf8(await signJws("ck1-grant+jws", says, ana.sig));
  return sealJwe({ ...headerOf(grant), ...outside }, signed, await keys.importRecipient(sam.enc));
}
const NAMES = ["alg", "enc", "typ", "cty", "kid", "epk", "item", "rev", "reader", "consent"];

test.each([
  [{}, { own: newId() }],
  [{ reader: eve.id }, { reader: eve.id }],
  [{}, { reader: eve.id }],
  [{}, { rkd: thumb }],
  [{ item: newId() }, {}],
  [{ rev: newId() }, {}],
  [{ reader: eve.id }, {}],
  [{ kid: thumb }, {}],
  [{ consent: newId() }, {}],
])("a grant that says %o outside and %o inside is refused", async (outside, inside) => {
  expect((await openGrant(await otherGrant({}, {}), sam, ana)).rev).toBe(rev);
  const other = await otherGrant(outside, inside);
  await refused(() => openGrant(other, sam, ana), "grant");
});

test.each([{ item: newId() }, { rev: newId() }, { cth: thumb }])(
  "a grant for another copy (%o) does not open this one",
  async (says) => {
    const { cth: _, ...outside } = says as Says;
    const other = await otherGrant(outside, says);
    await refused(() => openCopy({ body, grant: other }, sam, ana, iat), "grant");
  },
);

test("a copy opens up to its last second, and not at it", async () => {
  expect((await openCopy({ body, grant }, sam, ana, iat + 59)).grant.exp).toBe(iat + 60);
  await refused(() => openCopy({ body, grant }, sam, ana, iat + 60), "expired");
});

test("an ephemeral key that holds more than a public key does is refused before it is used", async () => {
  const epk = { ...keys.publicOf(eve.enc), d: eve.enc.d };
  const shown = await newShown();
  const link = await sealLink(randomBytes(32), 1, ana.id, await readShown(shown.text));
  await refused(() => openGrant(beheaded(grant, { epk }), sam, ana), "header");
  await refused(() => readReply(beheaded(reply, { epk })), "header");
  await refused(
    () => openLink(beheaded(link, { epk }), shown.key, shown.session, ana.id),
    "header",
  );
});

test.each(["own", "item", "rev", "of"])(
  "a reply written for another %s is refused",
  async (name) => {
    const sealed = await openJwe(readReply(reply), await keys.importReader(ana.enc));
    const inside = { ...payloadOf(textOf(sealed).trimEnd() as Sealed), [name]: newId() };
    const signed = await signJws("ck1-reply+jws", inside, sam.sig);
    const again = (letters: number) =>
      keys
        .importRecipient(ana.enc)
        .then((to) => sealJwe(headerOf(reply), utf8(signed.padEnd(letters)), to));
    const other = await again(2048);
    await refused(() => openReply(other, ana.id, [ana.enc]), "grant");
    const odd = await again(2000);
    await refused(() => readReply(odd), "bucket");
  },
);

test("words without a version are neither sealed into a reply nor read from one, nor from a body", async () => {
  for (const words of [{}, null] as unknown[]) {
    await refused(
      () => sealReply({ ...said, words: words as Record<string, unknown> }, ana.enc, sam.sig),
      "plaintext",
    );
  }
  const signed = await signJws("ck1-reply+jws", { ...said, reply: { text: "?" } }, sam.sig);
  const padded = utf8(signed.padEnd(2048));
  const other = await sealJwe(headerOf(reply), padded, await keys.importRecipient(ana.enc));
  await refused(() => openReply(other, ana.id, [ana.enc]), "plaintext");
  const bare = await sealBody({ ...facts, parents: [] }, plainOf({ t: "check-in" }), cek);
  await refused(() => openBody(readBody(bare), cek), "plaintext");
});

test("an invitation names a person and two keys, each in its one spelling", async () => {
  const text = inviteText(await newInvite(sam.id, sam));
  const [head, coach = "", enc = "", sig = "", nonce] = text.split(":");
  const last = (key: string) => `${key.slice(0, -1)}B`;
  expect(readInvite(text).coach).toBe(sam.id);
  for (const parts of [
    [head, "0".repeat(36), enc, sig, nonce],
    [head, coach, last(enc), sig, nonce],
    [head, coach, enc, last(sig), nonce],
  ]) {
    await refused(() => readInvite(parts.join(":")), "shape");
  }
});

test("an answer is to this coach, signed by the key it names, with keys that are no more than keys", async () => {
  const invite = await newInvite(sam.id, sam);
  const accept = await signAccept(invite, ana.id, ana);
  const elsewhere = { ...payloadOf(accept), reader: eve.id };
  const toEve = await signJws("ck1-accept+jws", elsewhere, ana.sig);
  await refused(() => openAccept(toEve, invite), "signature");
  await refused(() => openAccept(unsigned(accept), invite), "signature");
  const enc = { ...keys.publicOf(ana.enc), kid: thumb };
  await refused(() => openAccept(altered(accept, { enc }), invite), "key");
  const off = await signAccept(invite, ana.id, { ...ana, enc: { ...OFF, d: ana.enc.d } });
  await refused(() => openAccept(off, invite), "key");
});

test("a consent is given by whoever it is about", async () => {
  const scope = { item, rev, cth: await hashOf(body) };
  const recipient = { kid: await keys.thumbprintOf(sam.enc), verified: "qr" as const };
  const notice = { version: "1", lang: "en", sha256: scope.cth };
  const about = { jti: newId(), own: ana.id, reader: sam.id, iat, exp: iat + 86_400 };
  const whole = await signConsent({ ...about, recipient, purpose: "p", scope, notice }, ana.sig);
  expect((await openConsent(whole, ana.sig)).own).toBe(ana.id);
  for (const says of [
    { sub: eve.id },
    { iat: iat + 60 },
    { exp: iat },
    { exp: iat + 91 * 86_400 },
  ]) {
    const token = await signJws("ck1-consent+jws", { ...payloadOf(whole), ...says }, ana.sig);
    await refused(() => openConsent(token, ana.sig), "header");
  }
});

test("a chain of keycards is one person's, unbroken, and goes on", async () => {
  const next = await signKeycard(ana.id, 2, sam, iat, card);
  expect((await readKeycards([card, next], ana.id)).gen).toBe(2);
  const same = await signKeycard(ana.id, 1, sam, iat, card);
  for (const chain of [[card, same], [next], [card, card], []]) {
    await refused(() => readKeycards(chain, ana.id), "signature");
  }
  await refused(() => readKeycards([card], sam.id), "signature");
  await refused(() => readKeycards([unsigned(card)], ana.id), "signature");
  const enc = { ...keys.publicOf(ana.enc), d: ana.enc.d };
  await refused(() => readKeycards([altered(card, { enc })], ana.id), "header");
});

test("what is signed has three parts, a signature of its length, and names who signed it", async () => {
  const typ = "ck1-keycard+jws";
  for (const token of [`${card}.AA`, card.slice(0, -2), `${card.slice(0, -1)}!`]) {
    await refused(() => readJws(token as Sealed, typ), "shape");
  }
  const other = await namedAs(card, thumb, ana.sig);
  await refused(() => verifyJws(other, typ, ana.sig), "signature");
  await refused(() => verifyJws(unsigned(card), typ, ana.sig), "signature");
});

test("what is sealed has five parts, each of its length", async () => {
  const [head, wrapped, , ...rest] = body.split(".");
  await refused(() => readBody(`${body}.AAAA` as Sealed), "shape");
  await refused(() => readBody([head, wrapped, "AAAA", ...rest].join(".") as Sealed), "shape");
  await refused(() => asSealed([body]), "shape");
  await refused(() => asSealed("no token"), "shape");
  await refused(() => unb64url("AAAA", 32), "shape");
  await refused(() => parseMembers("[]"), "shape");
});

test("the halves of each key in a keybag belong together", async () => {
  const root = randomBytes(32);
  for (const name of ["enc", "sig"] as const) {
    const pair = { ...ana, [name]: { ...ana[name], d: eve[name].d } };
    const bag = await sealKeybag(root, 1, { enc: pair.enc, sig: pair.sig });
    await refused(() => readKeybag(root, 1, bag), "key");
  }
});

test("a content key is the one it says, and a slot of the revision it names", async () => {
  await refused(() => keys.cekFromJwk({ ...keys.cekToJwk(cek), kid: thumb }), "thumbprint");
  const binding = { item, rev, cth: await hashOf(body) };
  const vault = await keys.vaultKeyOf(randomBytes(32), 1);
  for (const other of [{ item: newId() }, { rev: newId() }, { cth: thumb }]) {
    const slot = await sealSlot(cek, { ...binding, ...other }, vault, 1);
    await refused(() => readSlot(slot, binding), "slot");
  }
});

test("a root is 32 bytes, and a wrap is the account's that it was made for", async () => {
  const [device, secret, id] = [
    await roots.newDeviceKey(),
    randomBytes(16),
    b64url(randomBytes(16)),
  ];
  const short = await roots.wrapRootForDevice(randomBytes(16), device);
  await refused(() => roots.unwrapRootOnDevice(short, device), "plaintext");
  const code = await roots.wrapRootForRecovery(randomBytes(32), secret, ana.id, 1);
  await refused(() => roots.unwrapRootByRecovery(code, secret, sam.id), "header");
  const passkey = await roots.wrapRootForPasskey(randomBytes(32), secret, ana.id, id);
  await refused(() => roots.unwrapRootByPasskey(passkey, secret, sam.id), "header");
  const shown = await newShown();
  const link = await sealLink(randomBytes(16), 1, ana.id, await readShown(shown.text));
  await refused(() => openLink(link, shown.key, shown.session, ana.id), "plaintext");
  await refused(() => openLink(link, shown.key, shown.session, sam.id), "header");
  await refused(() => openLink(link, shown.key, b64url(randomBytes(16)), ana.id), "header");
});

test("a link's code and a key to seal to are points of the curve", async () => {
  await refused(() => readShown(`CK1L:${b64url(randomBytes(16))}:${OFF.x}:${OFF.y}`), "key");
  await refused(() => readShown("CK1L"), "shape");
});

/** A recovery code over these bytes, whatever they are. */
async function codeOver(bytes: number[]): Promise<string> {
  const check = new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));
  const all = [...bytes, ...check.slice(0, 3)];
  const bits = all.map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return (bits.match(/.{5}/g) ?? []).map((five) => symbols[Number.parseInt(five, 2)]).join("");
}

test("a recovery code has its length, its letters, its check and its version", async () => {
  const secret = Array.from({ length: 16 }, () => 0);
  const right = await codeOver([1, ...secret]);
  expect(await secretOfRecoveryCode(right)).toEqual(new Uint8Array(16));
  const later = await codeOver([2, ...secret]);
  for (const code of [
    later,
    right.slice(1),
    `${right}0`,
    `U${right.slice(1)}`,
    `${right.slice(0, -1)}0`,
  ]) {
    await refused(() => secretOfRecoveryCode(code), "code-typo");
  }
});
