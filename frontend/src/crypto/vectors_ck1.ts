import { asSealed } from "./ck1/brands.ts";
import { b64url, hkdf, unb64url } from "./ck1/bytes.ts";
import { openCopy } from "./ck1/grant.ts";
import { readKeycards } from "./ck1/keycard.ts";
import { type Keyring, localKeyring, openKeybag } from "./ck1/keyring.ts";
import { checkPair, type EcPrivate, readEcPrivate } from "./ck1/keys.ts";
import { recoveryCodeOf, secretOfRecoveryCode } from "./ck1/recovery.ts";
import { openRevision } from "./ck1/revision.ts";
import { unwrapRootByRecovery } from "./ck1/root.ts";
import { safetyNumber } from "./ck1/safety.ts";
import { isId } from "./ck1/strict.ts";
import { Failure, type Holder, inner, piece, rows, same, text, whole } from "./pieces.ts";

type Pair = { enc: EcPrivate; sig: EcPrivate };
type Owner = { id: string; root: string; keyring: Keyring } & Pair;

const HEADER_MEMBERS = ["item", "rev", "kind", "of", "day", "written", "del", "parents", "pub"];
const ROOT_BYTES = 32;

/** Checks a whole ck1 file; a line about what was opened. Throws `Failure`. */
export async function checkStory(file: Holder): Promise<string> {
  const owner = await readOwner(file);
  const revisions = rows(file, "revisions");
  for (const [at, row] of revisions.entries()) {
    await checkRevision(row, `revisions[${at}].`, owner.keyring);
  }
  await checkRecovery(inner(file, "recovery"), owner);
  const reader = await checkCopy(inner(file, "copy"), owner);
  const digits = await piece("safety_number", () => safetyNumber(owner, reader));
  same("safety_number", text(file, "safety_number"), digits);
  const opened = `keys, ${revisions.length} revisions, recovery, a copy with its grant`;
  return `${opened} and the safety number open`;
}

/** Checks the samples one side makes for the other: more shapes, keybag, keycard, codes good and bad. */
export async function checkSamples(file: Holder): Promise<string> {
  const [id, gen] = [idIn(file, "owner"), whole(file, "generation")];
  const root = await piece("root", () => unb64url(text(file, "root"), ROOT_BYTES));
  const keyring = await piece("keybag", () => openKeybag(root, gen, asSealed(file["keybag"])));
  const card = await piece("keycard", () => readKeycards([asSealed(file["keycard"])], id));
  same("keycard", card.enc.x, keyring.pair?.enc.x);
  for (const [at, row] of rows(file, "revisions").entries()) {
    await checkRevision(row, `revisions[${at}].`, keyring);
  }
  const secret = unb64url(text(file, "secret"));
  const wrap = () => unwrapRootByRecovery(asSealed(file["wrap"]), secret, id);
  same("wrap", b64url(await piece("wrap", wrap)), text(file, "root"));
  await checkCodes(file);
  return "keybag, keycard, wrap, codes and revisions open";
}

async function checkCodes(file: Holder): Promise<void> {
  for (const [at, row] of rows(file, "codes").entries()) {
    const where = `codes[${at}]`;
    const secret = await piece(where, () => secretOfRecoveryCode(text(row, "code", where)));
    same(where, b64url(secret), text(row, "secret", where));
  }
  for (const [at, row] of rows(file, "bad_codes").entries()) {
    const read = secretOfRecoveryCode(text(row, "code", "bad_codes."));
    if (await read.then(Boolean, () => false))
      throw new Failure(`bad_codes[${at}]`, "was believed");
  }
}

async function readOwner(file: Holder): Promise<Owner> {
  const [id, gen, root] = [idIn(file, "owner"), whole(file, "generation"), text(file, "root")];
  const bytes = await piece("root", () => unb64url(root, ROOT_BYTES));
  same("vault_key", text(file, "vault_key"), b64url(await hkdf(bytes, `ck1/vault/${gen}`)));
  const keyring = await localKeyring(bytes, gen);
  return { id, root, keyring, ...(await pairIn(file, "enc", "sig", "")) };
}

async function pairIn(file: Holder, enc: string, sig: string, where: string): Promise<Pair> {
  const pair = {
    enc: await piece(where + enc, () => readEcPrivate(inner(file, enc, where))),
    sig: await piece(where + sig, () => readEcPrivate(inner(file, sig, where))),
  };
  await piece(`${where}${enc}, ${sig}`, () => checkPair(pair.enc, pair.sig));
  return pair;
}

async function checkRevision(row: Holder, where: string, keyring: Keyring): Promise<void> {
  const opened = await openRow(row, where, keyring);
  const header = inner(row, "header", where);
  for (const name of new Set(["item", "rev", "kind", ...Object.keys(header)])) {
    if (!HEADER_MEMBERS.includes(name)) throw new Failure(`${where}header.${name}`, "is no member");
    same(`${where}header.${name}`, header[name], opened.header[name]);
  }
  same(`${where}opens_to`, inner(row, "opens_to", where), JSON.parse(opened.plain));
}

function openRow(row: Holder, where: string, keyring: Keyring) {
  const [body, slot] = [text(row, "body", where), text(row, "slot", where)];
  return piece(`${where}body`, () =>
    openRevision({ body: asSealed(body), slot: asSealed(slot) }, keyring),
  );
}

async function checkRecovery(row: Holder, owner: Owner): Promise<void> {
  const [code, secret] = [text(row, "code", "recovery."), text(row, "secret", "recovery.")];
  const bytes = await piece("recovery.secret", () => unb64url(secret));
  same("recovery.code", code, await recoveryCodeOf(bytes));
  const typed = await piece("recovery.code", () => secretOfRecoveryCode(code.toLowerCase()));
  same("recovery.code", b64url(typed), secret);
  const root = await piece("recovery.wrap", () =>
    unwrapRootByRecovery(asSealed(row["wrap"]), bytes, owner.id),
  );
  same("recovery.wrap", b64url(root), owner.root);
}

async function checkCopy(row: Holder, owner: Owner): Promise<{ id: string } & Pair> {
  const where = "copy.";
  const id = idIn(row, "reader", where);
  const pair = await pairIn(row, "reader_enc", "reader_sig", where);
  const until = whole(row, "valid_until", where);
  const own = await openRow(row, where, owner.keyring);
  const tokens = { body: asSealed(row["body"]), grant: asSealed(text(row, "grant", where)) };
  const { grant, plain } = await piece("copy.grant", () =>
    openCopy(tokens, { id, enc: pair.enc }, owner, until - 1),
  );
  same("copy.valid_until", until, grant.exp);
  for (const name of ["consent", "item", "rev"] as const) {
    same(where + name, text(row, name, where), grant[name]);
  }
  same("copy.opens_to", inner(row, "opens_to", where), JSON.parse(plain));
  same("copy.slot", own.plain, plain);
  return { id, ...pair };
}

function idIn(holder: Holder, name: string, where = ""): string {
  const value = text(holder, name, where);
  if (!isId(value)) throw new Failure(where + name, "is no UUIDv4 in lower case");
  return value;
}
