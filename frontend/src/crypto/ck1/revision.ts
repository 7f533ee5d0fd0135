import { type BodyHeader, type Facts, openBody, readBody, sealBody } from "./body.ts";
import type { Plain, Sealed } from "./brands.ts";
import { hashOf, randomBytes } from "./bytes.ts";
import { type Keyring, vaultKeyFor } from "./keyring.ts";
import { cekOf } from "./keys.ts";
import { genOf, openSlot, readSlot, sealSlot } from "./slot.ts";
import { Ck1Trouble } from "./trouble.ts";

export type SealedRevision = { body: Sealed; slot: Sealed };
export type Opened = { header: BodyHeader; plain: Plain; sha: string };

function currentKey(keyring: Keyring): CryptoKey {
  const vault = keyring.vaults.get(keyring.gen);
  if (!vault) throw new Ck1Trouble("generation-unknown", "no key of the current generation");
  return vault.key;
}

/** Seals words under a fresh content key, and that key under the vault's. */
export async function sealRevision(
  facts: Facts,
  plain: Plain,
  keyring: Keyring,
): Promise<SealedRevision & { sha: string }> {
  const cek = await cekOf(randomBytes(32));
  const body = await sealBody(facts, plain, cek);
  const sha = await hashOf(body);
  const binding = { item: facts.item, rev: facts.rev, cth: sha };
  return { body, slot: await sealSlot(cek, binding, currentKey(keyring), keyring.gen), sha };
}

/** Opens one revision and makes every check of the format, or throws `Ck1Trouble`. */
export async function openRevision(
  { body, slot }: SealedRevision,
  keyring: Keyring,
): Promise<Opened> {
  const read = readBody(body);
  const sha = await hashOf(body);
  const { item, rev } = read.header;
  const lid = readSlot(slot, { item, rev, cth: sha });
  const cek = await openSlot(lid, await vaultKeyFor(keyring, genOf(lid), { rev, cth: sha }));
  return { header: read.header, plain: await openBody(read, cek), sha };
}

/** A new slot for the same body, from the keys that open it to the keys it shall have. */
export async function moveSlot(
  { body, slot }: SealedRevision,
  from: Keyring,
  to: Keyring,
): Promise<Sealed> {
  const { item, rev } = readBody(body).header;
  const cth = await hashOf(body);
  const lid = readSlot(slot, { item, rev, cth });
  const cek = await openSlot(lid, await vaultKeyFor(from, genOf(lid), { rev, cth }));
  return sealSlot(cek, { item, rev, cth }, currentKey(to), to.gen);
}
