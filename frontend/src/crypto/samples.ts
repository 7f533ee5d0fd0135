/** Makes the samples the other side opens: `node frontend/src/crypto/samples.ts FILE`. Fresh keys at each run. */
import { writeFileSync } from "node:fs";
import type { Facts } from "./ck1/body.ts";
import { plainOf } from "./ck1/brands.ts";
import { b64url, randomBytes } from "./ck1/bytes.ts";
import { signKeycard } from "./ck1/keycard.ts";
import { type Keyring, localKeyring, sealKeybag } from "./ck1/keyring.ts";
import { newPair, thumbprintOf } from "./ck1/keys.ts";
import { newRecoverySecret, recoveryCodeOf } from "./ck1/recovery.ts";
import { sealRevision } from "./ck1/revision.ts";
import { wrapRootForRecovery } from "./ck1/root.ts";
import { newId } from "./ids.ts";

type Shape = [Facts, object];

const DAY = "2026-10-02";
const ISSUED_AT = 1_790_899_200;
const AT = { at: "2026-10-02T04:55:00Z", tz: "Asia/Manila" };

function shapes(): Shape[] {
  const dated = { parents: [], day: DAY, written: DAY, del: "no" } as const;
  const first = { ...dated, item: newId(), rev: newId(), kind: "entry", parents: [] };
  const again = { ...first, rev: newId(), parents: [first.rev] };
  const base = { parents: [], del: "no" } as const;
  const note = { ...base, item: newId(), rev: newId(), kind: "note", parents: [] };
  const gone = {
    ...note,
    rev: newId(),
    parents: [newId(), note.rev].sort(),
    del: "forget",
  } as const;
  const tick = { ...first, item: newId(), rev: newId(), kind: "tick", of: newId() };
  const kept = { ...tick, rev: newId(), parents: [tick.rev], del: "keep-day" as const };
  const off = { ...note, item: newId(), rev: newId(), kind: "off" };
  const words = { v: 1, t: "encounter", trigger: ["shouting"], intensity: 5 };
  return [
    [first, { ...words, text: "Hung up on me twice. Third time she cried.", ...AT }],
    [again, { ...words, text: "Hung up \u2014 “twice” \ud83d\ude36 \u0008 \u2028 नमस्ते", ...AT }],
    [note, { v: 1, t: "lesson", text: "y".repeat(4096), done: false }],
    [gone, { v: 1 }],
    [tick, { v: 1, amount: null, ...AT }],
    [kept, { v: 1 }],
    [{ ...off, pub: { from: DAY, to: "2026-10-09", made_on: DAY } }, { v: 1 }],
    [
      { ...note, item: newId(), rev: newId(), kind: "not-yet-known" },
      { v: 3, deep: [[{}], 0.25] },
    ],
  ];
}

async function sealed([facts, words]: Shape, keyring: Keyring): Promise<object> {
  const { body, slot } = await sealRevision(facts, plainOf(words), keyring);
  return { body, slot, header: facts, opens_to: words };
}

async function codes(secret: Uint8Array<ArrayBuffer>) {
  const code = await recoveryCodeOf(secret);
  const typo = code.slice(0, -1) + (code.endsWith("7") ? "8" : "7");
  const spelled = [code, code.toLowerCase().replaceAll("-", ""), code.replaceAll("-", " \u2013 ")];
  return {
    codes: spelled.map((one) => ({ code: one, secret: b64url(secret) })),
    bad_codes: [
      { code: typo, reason: "wrong-checksum" },
      { code: code.slice(5), reason: "wrong-length" },
      { code: `u${code.slice(1)}`, reason: "unknown-symbol" },
    ],
  };
}

async function samples(): Promise<object> {
  const [owner, root, secret] = [newId(), randomBytes(32), newRecoverySecret()];
  const pair = { enc: await newPair("enc"), sig: await newPair("sig") };
  const keyring = await localKeyring(root);
  return {
    format: "ck1-samples",
    made_by: "typescript",
    owner,
    root: b64url(root),
    generation: 1,
    keybag: await sealKeybag(root, 1, pair),
    keycard: await signKeycard(owner, 1, pair, ISSUED_AT, null),
    enc_kid: await thumbprintOf(pair.enc),
    sig_kid: await thumbprintOf(pair.sig),
    wrap: await wrapRootForRecovery(root, secret, owner, 1),
    secret: b64url(secret),
    ...(await codes(secret)),
    revisions: await Promise.all(shapes().map((shape) => sealed(shape, keyring))),
  };
}

const [, , path] = process.argv;
if (path === undefined) throw new Error("Which file shall be written?");
writeFileSync(path, `${JSON.stringify(await samples(), null, 1)}\n`);
