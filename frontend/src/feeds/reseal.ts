import type { BodyHeader, Facts } from "../crypto/ck1/body.ts";
import type { Plain } from "../crypto/ck1/brands.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { newId } from "../crypto/ids.ts";
import { Outdated, type Plan, type Row, type Store } from "../storage/store.ts";
import { depthsOf } from "./heads.ts";
import { openTokens } from "./opening.ts";
import { unsentRow } from "./rows.ts";

/** How one revision is to be changed; null leaves it, unless something below it changes. */
export type Recast = (facts: Facts) => Facts | null;

/**
 * Seals revisions of one item anew that the server has never had, and those built upon them, each
 * under a new rev: what it was and what it becomes change places in one transaction, in which
 * `also` goes for good.
 */
export async function reseal(
  store: Store,
  item: string,
  keys: Keyring,
  recast: Recast,
  also: readonly string[] = [],
): Promise<boolean> {
  const rows = await store.rowsOf(item);
  const { put, drop: old } = await sealAnew(rows, keys, recast);
  if (old.length === 0) return false;
  const drop = [...old, ...also];
  const seen = new Set(rows.map((row) => row.rev));
  const change: Plan["change"] = (fresh) => {
    if (fresh.length !== seen.size || !fresh.every((row) => seen.has(row.rev)))
      throw new Outdated();
    return { put, drop };
  };
  await store.update({ items: [item], change, attention: { drop } });
  return true;
}

async function sealAnew(rows: readonly Row[], keys: Keyring, recast: Recast) {
  const depths = depthsOf(rows);
  const ordered = rows
    .filter((row) => row.unsent === 1 && row.seq === null && row.body !== null)
    .sort((a, b) => (depths.get(a.rev) ?? 0) - (depths.get(b.rev) ?? 0));
  const names = new Map<string, string>();
  const put: Row[] = [];
  for (const row of ordered) {
    const { facts, plain } = await openRow(row, keys);
    const changed = recast(facts);
    if (changed === null && !facts.parents.some((parent) => names.has(parent))) continue;
    const rev = newId();
    names.set(row.rev, rev);
    const base = changed ?? facts;
    const parents = base.parents.map((parent) => names.get(parent) ?? parent).sort();
    const next = { ...base, rev, parents };
    const fresh = unsentRow(next, await sealRevision(next, plain, keys));
    put.push({ ...fresh, dated: 1, was: [...(row.was ?? []), row.rev] });
  }
  return { put, drop: [...names.keys()] };
}

/** A row that lies here whole, opened: its facts (`pub` too) and its words. */
export async function openRow(
  { body, slot, rev }: Row,
  keys: Keyring,
): Promise<{ facts: Facts; plain: Plain }> {
  if (body === null) throw new Error(`the words of ${rev} are gone`);
  const { header, plain } = await openTokens({ body, slot }, keys);
  const { alg: _alg, enc: _enc, typ: _typ, kid: _kid, ...facts } = header as BodyHeader;
  return { facts: facts as Facts, plain };
}
