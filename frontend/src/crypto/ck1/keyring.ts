import type { Bytes, Sealed } from "./brands.ts";
import { b64url, sha256, textOf, unb64url, utf8 } from "./bytes.ts";
import { type Header, openJwe, readJwe, sealJwe } from "./jwe.ts";
import { checkPair, type EcPrivate, readEcPrivate, vaultKeyOf } from "./keys.ts";
import { checkShape, is, is32, isMembers, isWhole, type Members, parseMembers } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

type Vault = {
  key: CryptoKey;
  /** Which revisions of an earlier generation existed when it ended; null for the current one. */
  known: ReadonlySet<string> | null;
};

/** The keys an unlocked device holds. `pair` is null until there is an account. */
export type Keyring = {
  gen: number;
  vaults: ReadonlyMap<number, Vault>;
  pair: { enc: EcPrivate; sig: EcPrivate } | null;
  /** What replies of before the last rotation are sealed to. */
  past?: readonly EcPrivate[];
};
export type Earlier = {
  gen: number;
  root: string;
  enc: EcPrivate;
  sig: EcPrivate;
  known: string[];
};

const KNOWN_PREFIX_BYTES = 16;
const EARLIER = {
  required: {
    gen: isWhole,
    root: is32,
    enc: isMembers,
    sig: isMembers,
    known: (list: unknown) =>
      Array.isArray(list) && list.every((entry) => typeof entry === "string"),
  },
};
const BAG = { required: { enc: isMembers, sig: isMembers, earlier: Array.isArray } };

function headerOf(gen: number): Header {
  return { alg: "A256KW", enc: "A256GCM", typ: "ck1-keybag+jwe", cty: "json", kid: `gen:${gen}` };
}

/** The keys of a device that has no account yet: a root, and nobody to prove it to. */
export async function localKeyring(root: Bytes, gen = 1): Promise<Keyring> {
  return { gen, vaults: new Map([[gen, await current(root, gen)]]), pair: null };
}

export async function sealKeybag(
  root: Bytes,
  gen: number,
  pair: { enc: EcPrivate; sig: EcPrivate },
  earlier: Earlier[] = [],
): Promise<Sealed> {
  const bag = utf8(JSON.stringify({ enc: pair.enc, sig: pair.sig, earlier }));
  return sealJwe(headerOf(gen), bag, await vaultKeyOf(root, gen));
}

export type Keybag = { enc: EcPrivate; sig: EcPrivate; earlier: Earlier[] };

/** What an account's keybag holds; throws `Ck1Trouble` where the root is not the account's. */
export async function readKeybag(root: Bytes, gen: number, token: Sealed): Promise<Keybag> {
  const tests = Object.entries(headerOf(gen)).map(([name, value]) => [name, is(value)]);
  const read = readJwe(token, { required: Object.fromEntries(tests) }, "keybag");
  const bag = parseMembers(textOf(await openJwe(read, await vaultKeyOf(root, gen))));
  checkShape(bag, BAG, "keybag");
  const enc = readEcPrivate(bag["enc"] as Members);
  const sig = readEcPrivate(bag["sig"] as Members);
  await checkPair(enc, sig);
  for (const entry of bag["earlier"] as Members[]) checkShape(entry, EARLIER, "earlier generation");
  return { enc, sig, earlier: bag["earlier"] as Earlier[] };
}

/** Opens an account's keybag; only then is a root believed to be the account's. */
export async function openKeybag(root: Bytes, gen: number, token: Sealed): Promise<Keyring> {
  const { enc, sig, earlier } = await readKeybag(root, gen, token);
  const vaults = new Map([[gen, await current(root, gen)]]);
  for (const { gen: before, root: old, known } of earlier) {
    const key = await vaultKeyOf(unb64url(old, 32), before);
    vaults.set(before, { key, known: new Set(known) });
  }
  const past = earlier.map((before) => readEcPrivate(before.enc as Members));
  return { gen, vaults, pair: { enc, sig }, past };
}

/** For what was written on this very device and never sent: no keybag can know of it. */
export function ownKeys({ vaults, ...rest }: Keyring): Keyring {
  const all = [...vaults].map(([of, { key }]) => [of, { key, known: null }] as const);
  return { ...rest, vaults: new Map(all) };
}

async function current(root: Bytes, gen: number): Promise<Vault> {
  return { key: await vaultKeyOf(root, gen), known: null };
}

/** How an earlier generation's keybag names a revision it had acknowledged. */
export async function knownMark(rev: string, cth: string): Promise<string> {
  return b64url((await sha256(utf8(`${rev} ${cth}`))).slice(0, KNOWN_PREFIX_BYTES));
}

/** The key of a slot's generation; refuses a replay of one that has ended. */
export async function vaultKeyFor(
  keyring: Keyring,
  gen: number,
  { rev, cth }: { rev: string; cth: string },
): Promise<CryptoKey> {
  if (gen > keyring.gen) {
    throw new Ck1Trouble("generation-later", "sealed after the keys were renewed");
  }
  const vault = keyring.vaults.get(gen);
  if (!vault) throw new Ck1Trouble("generation-unknown", "no key of this generation");
  if (vault.known && !vault.known.has(await knownMark(rev, cth))) {
    throw new Ck1Trouble("generation-replayed", "made after its generation had ended");
  }
  return vault.key;
}
