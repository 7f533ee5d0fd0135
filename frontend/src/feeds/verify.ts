import { type BodyHeader, readBody } from "../crypto/ck1/body.ts";
import { asSealed, type Sealed } from "../crypto/ck1/brands.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { type Ck1Reason, Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Served } from "../http/feed.ts";
import type { Row } from "../storage/store.ts";
import type { Judged } from "./merge.ts";
import { openTokens } from "./opening.ts";
import { factsOf } from "./rows.ts";
import type { Alarm } from "./state.ts";

export type Verdict = Judged & { alarm?: Alarm };
type Full = { seq: number; rev: string; body: string; slot: string | null };

/** Where the tokens are sound but do not belong together. */
const SWAPPED: readonly Ck1Reason[] = ["slot", "thumbprint"];

/**
 * Looks at one served revision and says what to keep of it. Nothing here throws for what a server
 * can serve: what is not believed becomes a row that is marked, and an alarm.
 */
export async function judge(served: Served, own: Row | undefined, keys: Keyring): Promise<Verdict> {
  if (!("body" in served)) return judgeEmptied(served, own);
  if (own !== undefined && own.bad === undefined && !lacksWords(own)) {
    return judgeOwn(served, own, keys);
  }
  return judgeNew(served, keys);
}

const lacksWords = (own: Row) => own.body === null && own.hollow !== undefined;

function judgeEmptied(served: Exclude<Served, Full>, held: Row | undefined): Verdict {
  // What was kept unread (met before its keys were here, say) says nothing to compare with.
  const own = held?.bad === undefined ? held : undefined;
  const row: Row = {
    ...factsOf({ ...served, parents: [...served.parents].sort(), del: "no" }),
    body: null,
    slot: null,
    sha: served.sha,
    seq: served.seq,
    unsent: 0,
  };
  const isAnother = own !== undefined && (own.item !== served.item || own.sha !== served.sha);
  return { row, hollow: true, ...(isAnother ? { alarm: alarmOf("swapped", row) } : {}) };
}

/** Reading back what this device holds: it has to be the same, and the slot has to open it. */
async function judgeOwn(served: Full, own: Row, keys: Keyring): Promise<Verdict> {
  const row = { ...own, seq: served.seq };
  const kept = { row, hollow: false };
  if (own.body === null || (served.body === own.body && served.slot === own.slot)) return kept;
  const isSame = served.body === own.body && (await opens(served, keys));
  return isSame ? kept : { ...kept, alarm: alarmOf("swapped", own) };
}

async function opens({ body, slot }: Full, keys: Keyring): Promise<boolean> {
  try {
    await openTokens({ body: asSealed(body), slot: slotIn(slot) }, keys);
    return true;
  } catch {
    return false; // the caller says it aloud
  }
}

async function judgeNew(served: Full, keys: Keyring): Promise<Verdict> {
  try {
    const tokens = { body: asSealed(served.body), slot: slotIn(served.slot) };
    const { header, sha } = await openTokens(tokens, keys);
    if (header.rev !== served.rev) throw new Ck1Trouble("slot", "another revision under this name");
    const row: Row = { ...factsOf(header), ...tokens, sha, seq: served.seq, unsent: 0 };
    return { row, hollow: false };
  } catch (trouble) {
    return refused(served, trouble);
  }
}

const slotIn = (slot: string | null) => (slot === null ? null : asSealed(slot));

/** Kept as it came, unread, so that it can be tried again and shown to somebody. */
function refused(served: Full, trouble: unknown): Verdict {
  const header = headerIn(served.body);
  const reason = trouble instanceof Ck1Trouble ? trouble.reason : "shape";
  const code = alarmCode(reason, header);
  const facts = { parents: [], kind: "unread", del: "no", item: "unread" } as const;
  const row: Row = {
    ...(header === undefined ? { ...facts, parents: [] } : factsOf(header)),
    rev: served.rev,
    body: served.body as Sealed,
    slot: served.slot as Sealed | null,
    sha: "",
    seq: served.seq,
    unsent: 0,
    bad: reason,
  };
  return { row, hollow: false, ...(code === undefined ? {} : { alarm: alarmOf(code, row) }) };
}

function headerIn(body: string): BodyHeader | undefined {
  try {
    return readBody(asSealed(body)).header;
  } catch {
    return undefined; // it says nothing that can be read
  }
}

/**
 * Not to be opened, and no alarm: this device has to be told the newer code, or the keys were lost
 * and the account was begun anew. (The keybag says which generations are known; it is sealed.)
 */
const SHUT: readonly Ck1Reason[] = ["generation-later", "generation-unknown"];

/** Sealed under keys that nobody has any more. */
export const isShut = (row: Row): boolean => row.bad === "generation-unknown";

function alarmCode(reason: Ck1Reason, header: BodyHeader | undefined): Alarm["code"] | undefined {
  if (SHUT.includes(reason)) return undefined;
  if (reason === "generation-replayed") return "replayed-generation";
  if (SWAPPED.includes(reason)) return "swapped";
  return header !== undefined && header.del !== "no" ? "forged" : "does-not-open";
}

export function alarmOf(code: Alarm["code"], { item, rev }: { item: string; rev: string }): Alarm {
  return { code, item, rev };
}

/** What a later, sound answer makes good; that something was withheld stays true. */
const CURABLE = ["does-not-open", "swapped", "replayed-generation", "emptied-without-tombstone"];

/** The alarms that stand after new ones came and some revisions turned out well. */
export function alarmsAfter<A extends { code: string; rev?: string }>(
  before: readonly A[],
  raised: readonly A[],
  settled: ReadonlySet<string>,
): A[] {
  const standing = before.filter(
    ({ code, rev = "" }) => !CURABLE.includes(code) || !settled.has(rev),
  );
  const byName = new Map([...standing, ...raised].map((one) => [`${one.code} ${one.rev}`, one]));
  return [...byName.values()];
}
