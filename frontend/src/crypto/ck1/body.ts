import type { Plain, Sealed } from "./brands.ts";
import { concat, textOf, utf8 } from "./bytes.ts";
import { type Header, openJwe, type Read, readJwe, sealJwe } from "./jwe.ts";
import type { Cek } from "./keys.ts";
import { is, is32, isDate, isId, isMembers, matches, oneOf, parseMembers } from "./strict.ts";
import { Ck1Trouble } from "./trouble.ts";

export type Del = "no" | "keep-day" | "forget";

/** What a revision says in clear, to the server too. */
export type Facts = {
  item: string;
  rev: string;
  parents: string[];
  kind: string;
  of?: string;
  day?: string;
  written?: string;
  del: Del;
  pub?: Record<string, unknown>;
};
export type BodyHeader = Header & Facts & { typ: "ck1-body+jwe"; kid: string };

const SMALLEST_BUCKET_BYTES = 256;
const LARGEST_BUCKET_BYTES = 65_536;
const MOST_PARENTS = 16;
const SPACE = 0x20;

const SHAPE = {
  required: {
    alg: is("dir"),
    enc: is("A256GCM"),
    typ: is("ck1-body+jwe"),
    kid: is32,
    item: isId,
    rev: isId,
    parents: isParents,
    kind: matches(/^[a-z][a-z0-9-]{0,31}$/),
    del: oneOf(["no", "keep-day", "forget"]),
  },
  optional: { of: isId, day: isDate, written: isDate, pub: isMembers },
};

function isParents(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MOST_PARENTS) return false;
  return value.every((rev, at) => isId(rev) && (at === 0 || value[at - 1] < rev));
}

/** The bucket that holds so many bytes; throws `too-long` beyond the largest. */
export function bucketOf(lengthBytes: number): number {
  let bucket = SMALLEST_BUCKET_BYTES;
  while (bucket < lengthBytes) bucket *= 2;
  if (bucket > LARGEST_BUCKET_BYTES) throw new Ck1Trouble("too-long", "more than 64 KiB of words");
  return bucket;
}

/** Seals words under a content key; everything of `facts` is bound to them. */
export async function sealBody(facts: Facts, plain: Plain, cek: Cek): Promise<Sealed> {
  const { item, rev, parents, kind, of, day, written, del, pub } = facts;
  const header = {
    alg: "dir",
    enc: "A256GCM",
    typ: "ck1-body+jwe",
    kid: cek.kid,
    item,
    rev,
    parents: [...new Set(parents)].sort(),
    kind,
    ...(of === undefined ? {} : { of }),
    ...(day === undefined ? {} : { day }),
    ...(written === undefined ? {} : { written }),
    del,
    ...(pub === undefined ? {} : { pub }),
  } satisfies BodyHeader;
  const words = utf8(plain);
  const padding = new Uint8Array(bucketOf(words.length) - words.length).fill(SPACE);
  return sealJwe(header, concat(words, padding), cek.bytes);
}

/** Reads what a body says in clear. It is only believed once `openBody` has opened it. */
export function readBody(token: Sealed): Read<BodyHeader> {
  const read = readJwe<BodyHeader>(token, SHAPE, "body");
  const bytes = read.ciphertextBytes;
  if (bytes !== bucketOf(bytes)) {
    throw new Ck1Trouble("bucket", "the body's length is no bucket");
  }
  checkFacts(read.header);
  return read;
}

function checkFacts({ rev, parents, day, written, of, del }: Facts): void {
  if (parents.includes(rev)) throw new Ck1Trouble("header", "a revision is its own parent");
  if ((day === undefined) !== (written === undefined)) {
    throw new Ck1Trouble("header", "day and written go together");
  }
  if (del === "forget" && (day ?? of) !== undefined) {
    throw new Ck1Trouble("header", "a body that forgets keeps no day");
  }
}

export async function openBody(read: Read<BodyHeader>, cek: Cek): Promise<Plain> {
  if (read.header.kid !== cek.kid) {
    throw new Ck1Trouble("thumbprint", "the body was sealed under another key");
  }
  const text = withoutPadding(textOf(await openJwe(read, cek.bytes)));
  const words = parseMembers(text);
  if (!Number.isSafeInteger(words["v"])) throw new Ck1Trouble("plaintext", "no version inside");
  return text as Plain;
}

/** Not by a pattern: that would look at every run of spaces in the words from each of its letters. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === SPACE) end -= 1;
  return text.slice(0, end);
}
