import type { Sealed } from "./brands.ts";
import { textOf, utf8 } from "./bytes.ts";
import { type Header, openJwe, type Read, readJwe, sealJwe } from "./jwe.ts";
import { type Cek, cekFromJwk, cekToJwk } from "./keys.ts";
import { is, is32, isId, matches, parseMembers } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

/** Which revision a slot belongs to, and the hash of exactly that body. */
export type Binding = { item: string; rev: string; cth: string };
export type SlotHeader = Header & Binding & { typ: "ck1-slot+jwe"; cty: "jwk+json"; kid: string };

const SHAPE = {
  required: {
    alg: is("A256KW"),
    enc: is("A256GCM"),
    typ: is("ck1-slot+jwe"),
    cty: is("jwk+json"),
    kid: matches(/^gen:[1-9]\d{0,8}$/),
    item: isId,
    rev: isId,
    cth: is32,
  },
};

export function sealSlot(
  cek: Cek,
  { item, rev, cth }: Binding,
  vaultKey: CryptoKey,
  gen: number,
): Promise<Sealed> {
  const header = {
    alg: "A256KW",
    enc: "A256GCM",
    typ: "ck1-slot+jwe",
    cty: "jwk+json",
    kid: `gen:${gen}`,
    item,
    rev,
    cth,
  } satisfies SlotHeader;
  return sealJwe(header, utf8(JSON.stringify(cekToJwk(cek))), vaultKey);
}

/** Reads a slot and refuses one made for another revision or other words. */
export function readSlot(token: Sealed, wanted: Binding): Read<SlotHeader> {
  const read = readJwe<SlotHeader>(token, SHAPE, "slot");
  const { item, rev, cth } = read.header;
  if (item !== wanted.item || rev !== wanted.rev || cth !== wanted.cth) {
    throw new Ck1Trouble("slot", "the slot belongs to another revision");
  }
  return read;
}

/** The generation a slot says it is of; nothing is opened or believed. */
export function generationOf(token: Sealed): number {
  return genOf(readJwe<SlotHeader>(token, SHAPE, "slot"));
}

export function genOf(read: Read<SlotHeader>): number {
  return Number(read.header.kid.slice("gen:".length));
}

export async function openSlot(read: Read<SlotHeader>, vaultKey: CryptoKey): Promise<Cek> {
  return cekFromJwk(parseMembers(textOf(await openJwe(read, vaultKey))));
}
