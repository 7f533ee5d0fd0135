import { expect, test } from "vitest";
import { newId } from "../ids.ts";
import { readBody, sealBody } from "./body.ts";
import { plainOf, type Sealed } from "./brands.ts";
import { b64url, hashOf, randomBytes, textOf, utf8 } from "./bytes.ts";
import { type Consent, openConsent, signConsent, toTheDay } from "./consent.ts";
import { openGrant, sealGrant } from "./grant.ts";
import { newInvite, openAccept, signAccept } from "./invite.ts";
import { openJwe, readJwe, sealJwe } from "./jwe.ts";
import { readJws, signJws } from "./jws.ts";
import { readKeycards, signKeycard } from "./keycard.ts";
import { readKeybag, sealKeybag } from "./keyring.ts";
import * as keys from "./keys.ts";
import { newShown, openLink, readShown, sealLink } from "./link.ts";
import { openReply, readReply, sealReply } from "./reply.ts";
import * as roots from "./root.ts";
import { altered, beheaded, headerOf, payloadOf, type Says } from "./said.ts";
import { readSlot, sealSlot } from "./slot.ts";

/** No member of anything is this: neither text nor whole, neither a list nor an object, neither true nor false. */
const WRONG = 7.5;

const side = async () => ({
  id: newId(),
  enc: await keys.newPair("enc"),
  sig: await keys.newPair("sig"),
});
const [ana, sam] = [await side(), await side()];
const cek = await keys.cekOf(randomBytes(32));
const facts = { item: newId(), rev: newId(), parents: [], kind: "copy", del: "no" } as const;
const body = await sealBody({ ...facts, parents: [] }, plainOf({ v: 1 }), cek);
const root = randomBytes(32);
const vault = await keys.vaultKeyOf(root, 1);
const iat = toTheDay(1_791_000_123);
const [secret, device] = [randomBytes(16), await roots.newDeviceKey()];
const shown = await newShown();
const invite = await newInvite(sam.id, sam);
const binding = { item: facts.item, rev: facts.rev, cth: await hashOf(body) };
const slot = await sealSlot(cek, binding, vault, 1);
const terms = { own: ana.id, reader: sam.id, consent: newId(), iat, exp: iat + 60, backup: true };
const grant = await sealGrant(
  { ...terms, item: facts.item, rev: facts.rev },
  { cek, body },
  sam.enc,
  ana.sig,
);
const said = { own: ana.id, reader: sam.id, item: newId(), rev: newId(), of: facts.item, iat };
const reply = await sealReply({ ...said, words: { v: 1 } }, ana.enc, sam.sig);
const consent: Consent = {
  jti: newId(),
  own: ana.id,
  reader: sam.id,
  iat,
  exp: iat + 86_400,
  recipient: { kid: await keys.thumbprintOf(sam.enc), verified: "qr" },
  purpose: "be-heard",
  scope: binding,
  notice: { version: "1", lang: "en", sha256: binding.cth },
};
const past = { gen: 1, root: b64url(root), enc: ana.enc, sig: ana.sig, known: [] };
const link = await sealLink(root, 1, ana.id, await readShown(shown.text));

const accept = await signAccept(invite, ana.id, ana);
const card = await signKeycard(ana.id, 1, ana, iat, null);
const signedConsent = await signConsent(consent, ana.sig);
const wraps = {
  recovery: await roots.wrapRootForRecovery(root, secret, ana.id, 1),
  passkey: await roots.wrapRootForPasskey(root, secret, ana.id, b64url(randomBytes(16))),
  device: await roots.wrapRootForDevice(root, device),
};

/** Signed as it should be around other members, and sealed as it should be around that. */
async function insideGrant(says: Says): Promise<Sealed> {
  const outer = readJwe(grant, { required: {}, optional: ANY }, "grant");
  const inner = textOf(await openJwe(outer, await keys.importReader(sam.enc))) as Sealed;
  const again = await signJws("ck1-grant+jws", { ...payloadOf(inner), ...says }, ana.sig);
  return sealJwe(headerOf(grant), utf8(again), await keys.importRecipient(sam.enc));
}
async function insideReply(says: Says): Promise<Sealed> {
  const outer = readReply(reply);
  const inner = textOf(await openJwe(outer, await keys.importReader(ana.enc))).trimEnd() as Sealed;
  const again = await signJws("ck1-reply+jws", { ...payloadOf(inner), ...says }, sam.sig);
  return sealJwe(headerOf(reply), utf8(again.padEnd(2048)), await keys.importRecipient(ana.enc));
}
const ANY = Object.fromEntries(
  ["alg", "enc", "typ", "cty", "kid", "epk", "item", "rev", "reader", "consent"].map((name) => [
    name,
    () => true,
  ]),
);
const grantOpens = (token: Sealed) => openGrant(token, sam, ana);
const consentSays = async (says: Says) =>
  openConsent(
    await signJws("ck1-consent+jws", { ...payloadOf(signedConsent), ...says }, ana.sig),
    ana.sig,
  );
const keybagHolds = async (says: Says) => {
  const bag = { ...{ enc: ana.enc, sig: ana.sig, earlier: [past] }, ...says };
  return readKeybag(root, 1, await sealKeybag(root, 1, bag, bag.earlier));
};
const octHolds = (says: Says) => keys.cekFromJwk({ ...keys.cekToJwk(cek), ...says });

/** What reads it with one member changed, and the names of its members. */
const KINDS: [string, string, (says: Says) => unknown][] = [
  [
    "body",
    "alg enc typ kid item rev parents kind del of day written pub",
    (s) => readBody(beheaded(body, s)),
  ],
  ["slot", "alg enc typ cty kid item rev cth", (s) => readSlot(beheaded(slot, s), binding)],
  [
    "grant's header",
    "alg enc typ cty kid epk item rev reader consent",
    (s) => grantOpens(beheaded(grant, s)),
  ],
  [
    "grant",
    "own item rev reader rkd cth consent iat exp backup cek",
    async (s) => grantOpens(await insideGrant(s)),
  ],
  [
    "reply's header",
    "alg enc typ kid epk item rev parents kind of del",
    (s) => readReply(beheaded(reply, s)),
  ],
  [
    "reply",
    "own reader item rev of iat reply",
    async (s) => openReply(await insideReply(s), undefined, [ana.enc]),
  ],
  ["consent", "jti iss sub aud iat exp recipient purpose scope notice event", consentSays],
  [
    "consent's recipient",
    "kid verified",
    (s) => consentSays({ recipient: { ...consent.recipient, ...s } }),
  ],
  ["consent's scope", "item rev cth", (s) => consentSays({ scope: { ...consent.scope, ...s } })],
  [
    "consent's notice",
    "version lang sha256",
    (s) => consentSays({ notice: { ...consent.notice, ...s } }),
  ],
  ["consent's event", "state", (s) => consentSays({ event: s })],
  ["answer", "own reader enc sig mac", (s) => openAccept(altered(accept, s), invite)],
  ["signed header", "alg typ kid", (s) => readJws(beheaded(card, s), "ck1-keycard+jws")],
  ["keycard", "sub gen enc sig iat prev", (s) => readKeycards([altered(card, s)], ana.id)],
  ["keybag", "enc sig earlier", keybagHolds],
  [
    "earlier generation",
    "gen root enc sig known",
    (s) => keybagHolds({ earlier: [{ ...past, ...s }] }),
  ],
  [
    "public key",
    "kty crv x y kid use alg",
    (s) => keys.readEcPublic({ ...keys.publicOf(ana.enc), ...s }),
  ],
  ["private key", "kty d", (s) => keys.readEcPrivate({ ...ana.enc, ...s })],
  ["content key", "kty k kid alg use", octHolds],
  [
    "link",
    "alg enc typ own gen session epk",
    (s) => openLink(beheaded(link, s), shown.key, shown.session, ana.id),
  ],
  [
    "recovery wrap",
    "alg enc typ kid own",
    (s) => roots.unwrapRootByRecovery(beheaded(wraps.recovery, s), secret, ana.id),
  ],
  [
    "passkey wrap",
    "kid own",
    (s) => roots.unwrapRootByPasskey(beheaded(wraps.passkey, s), secret, ana.id),
  ],
  ["device wrap", "kid", (s) => roots.unwrapRootOnDevice(beheaded(wraps.device, s), device)],
];
const MEMBERS = KINDS.flatMap(([kind, names, read]) =>
  names.split(" ").map((name) => ({ kind, name, read })),
);

test.each(MEMBERS)(
  "a $kind that says something else of $name is refused by that",
  async ({ name, read }) => {
    const trying = async () => read({ [name]: WRONG });
    await expect(trying()).rejects.toThrow(new RegExp(`^header: .* may not say this of ${name}$`));
  },
);
