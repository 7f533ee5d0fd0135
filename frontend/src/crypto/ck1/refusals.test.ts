import { CompactEncrypt, FlattenedEncrypt } from "jose";
import { expect, test } from "vitest";
import type { Facts } from "./body.ts";
import { openBody, readBody, sealBody } from "./body.ts";
import { plainOf, type Sealed } from "./brands.ts";
import { b64url, hashOf, randomBytes, utf8 } from "./bytes.ts";
import { knownMark, localKeyring } from "./keyring.ts";
import { cekOf, importRecipient, readEcPublic } from "./keys.ts";
import { moveSlot, openRevision, sealRevision } from "./revision.ts";
import { sealSlot } from "./slot.ts";

const ITEM = "f12c4b7d-a28e-4dd5-8f07-92c8988a0004";
const REV = "a45aa4f6-bc2e-462f-b524-2785d36b51e3";
const DAY = "2026-11-21";
const FACTS: Facts = { item: ITEM, rev: REV, parents: [], kind: "entry", del: "no" };
const WORDS = plainOf({ v: 1, t: "check-in", mood: 3 });
const cek = await cekOf(randomBytes(32));
const keyring = await localKeyring(randomBytes(32));
const HEADER = { alg: "dir", enc: "A256GCM", typ: "ck1-body+jwe", kid: cek.kid, ...FACTS };

async function forged(header: object, padded: Uint8Array = new Uint8Array(256).fill(32)) {
  const words = utf8(WORDS);
  const plaintext = new Uint8Array(padded);
  plaintext.set(words.slice(0, plaintext.length));
  const token = new CompactEncrypt(plaintext).setProtectedHeader(
    header as { alg: "dir"; enc: "A256GCM" },
  );
  return (await token.encrypt(cek.bytes)) as Sealed;
}

async function opening(body: Sealed) {
  return openBody(readBody(body), cek);
}

test("a body sealed here opens to its words", async () => {
  const body = await sealBody({ ...FACTS, day: DAY, written: DAY }, WORDS, cek);
  expect(await opening(body)).toBe(WORDS);
});

test("words full of spaces open as quickly as others", async () => {
  const spaces = plainOf({ v: 1, text: `a${" ".repeat(60_000)}b` });
  const body = await sealBody(FACTS, spaces, cek);
  const before = performance.now();
  expect(await opening(body)).toBe(spaces);
  expect(performance.now() - before).toBeLessThan(1500);
});

test.each([
  ["an unknown member", { ...HEADER, note: "x" }],
  ["zip", { ...HEADER, zip: "DEF" }],
  ["jku", { ...HEADER, jku: "https://example.org/keys" }],
  ["another typ", { ...HEADER, typ: "JWE" }],
  ["another enc", { ...HEADER, enc: "A256CBC-HS512" }],
  ["an id in capitals", { ...HEADER, item: ITEM.toUpperCase() }],
  ["parents out of order", { ...HEADER, parents: [ITEM, REV.replace("a", "b"), REV] }],
  ["itself as parent", { ...HEADER, parents: [REV] }],
  ["no del", { ...HEADER, del: undefined }],
  ["a day that is none", { ...HEADER, day: "2026-02-30", written: "2026-03-01" }],
  ["a day without the day of writing", { ...HEADER, day: DAY }],
  ["a forgotten day that stays", { ...HEADER, del: "forget", day: DAY, written: DAY }],
])("a body with %s is refused", async (_, header) => {
  const key = header.enc === "A256GCM" ? cek.bytes : randomBytes(64);
  const token = new FlattenedEncrypt(new Uint8Array(256).fill(32)).setProtectedHeader(header);
  const flat = await token.encrypt(key);
  const body = [flat.protected, "", flat.iv, flat.ciphertext, flat.tag].join(".") as Sealed;
  await expect(opening(body)).rejects.toThrow(/^header: /);
});

test("crit is refused, whatever it names", async () => {
  const good = await forged(HEADER);
  const head = b64url(utf8(JSON.stringify({ ...HEADER, crit: ["exp"], exp: 1 })));
  await expect(opening([head, ...good.split(".").slice(1)].join(".") as Sealed)).rejects.toThrow(
    /^header: /,
  );
});

test("a password in place of a key is refused before any work is done for it", async () => {
  const head = { ...HEADER, alg: "PBES2-HS512+A256KW", p2c: 900_000_000, p2s: "AAAA" };
  const parts = (await forged(HEADER)).split(".");
  const body = [b64url(utf8(JSON.stringify(head))), ...parts.slice(1)].join(".") as Sealed;
  expect(() => readBody(body)).toThrow(/^header: /);
});

test("a member named twice is refused, also when both say the same", async () => {
  const text = JSON.stringify(HEADER).replace(
    '"kind":"entry"',
    '"kind":"entry","k\\u0069nd":"entry"',
  );
  const parts = (await forged(HEADER)).split(".");
  expect(() => readBody([b64url(utf8(text)), ...parts.slice(1)].join(".") as Sealed)).toThrow(
    /named twice/,
  );
});

test.each([0, 255, 257, 300, 768])("a body of %i bytes is no bucket", async (bytes) => {
  await expect(opening(await forged(HEADER, new Uint8Array(bytes).fill(32)))).rejects.toThrow(
    /^bucket: /,
  );
});

test("padding other than spaces is refused", async () => {
  await expect(opening(await forged(HEADER, new Uint8Array(256)))).rejects.toThrow(/^shape: /);
});

test("more than 64 KiB of words are refused, not cut", async () => {
  const words = plainOf({ v: 1, text: "x".repeat(65_536) });
  await expect(sealBody(FACTS, words, cek)).rejects.toThrow(/^too-long: /);
});

test("another spelling of the same bytes is refused", async () => {
  const body = await forged(HEADER);
  const last = body.at(-1) ?? "";
  const twin = { A: "B", Q: "R", g: "h", w: "x" }[last];
  expect(twin).toBeDefined();
  await expect(opening((body.slice(0, -1) + twin) as Sealed)).rejects.toThrow(/^shape: /);
});

test("a content key that the header does not name is refused", async () => {
  const other = await cekOf(randomBytes(32));
  const body = await sealBody(FACTS, WORDS, { ...other, bytes: cek.bytes });
  await expect(openBody(readBody(body), cek)).rejects.toThrow(/^thumbprint: /);
});

test("swapped bodies and foreign slots are refused", async () => {
  const one = await sealRevision(FACTS, WORDS, keyring);
  const other = await sealRevision({ ...FACTS, item: REV, rev: ITEM }, WORDS, keyring);
  await expect(openRevision({ body: one.body, slot: other.slot }, keyring)).rejects.toThrow(
    /^slot: /,
  );
  const again = await sealRevision(FACTS, plainOf({ v: 1, t: "other" }), keyring);
  await expect(openRevision({ body: again.body, slot: one.slot }, keyring)).rejects.toThrow(
    /^slot: /,
  );
  await expect(openRevision(one, await localKeyring(randomBytes(32)))).rejects.toThrow(/^seal: /);
});

test("a slot is read only under its own generation, and an ended one only for what it knew", async () => {
  const old = randomBytes(32);
  const before = await localKeyring(old);
  const one = await sealRevision(FACTS, WORDS, before);
  const later = await localKeyring(randomBytes(32), 2);
  await expect(openRevision(one, later)).rejects.toThrow(/^generation-unknown: /);
  const [vault] = before.vaults.values();
  const knowing = (known: Set<string>) => ({
    ...later,
    vaults: new Map(later.vaults).set(1, { key: vault?.key as CryptoKey, known }),
  });
  const mark = await knownMark(REV, await hashOf(one.body));
  expect((await openRevision(one, knowing(new Set([mark])))).plain).toBe(WORDS);
  await expect(openRevision(one, knowing(new Set()))).rejects.toThrow(/^generation-replayed: /);
  const moved = await moveSlot(one, before, later);
  expect((await openRevision({ body: one.body, slot: moved }, later)).plain).toBe(WORDS);
  await expect(openRevision({ body: one.body, slot: moved }, before)).rejects.toThrow(
    /^generation-later: /,
  );
});

test("a slot whose key is not the one its body names is refused", async () => {
  const { body, sha } = await sealRevision(FACTS, WORDS, keyring);
  const key = keyring.vaults.get(1)?.key as CryptoKey;
  const slot = await sealSlot(cek, { item: ITEM, rev: REV, cth: sha }, key, 1);
  await expect(openRevision({ body, slot }, keyring)).rejects.toThrow(/^thumbprint: /);
});

test("a point off the curve is refused", async () => {
  const off = { kty: "EC", crv: "P-256", x: b64url(randomBytes(32)), y: b64url(randomBytes(32)) };
  await expect(importRecipient(readEcPublic(off))).rejects.toThrow(/^key: /);
});
