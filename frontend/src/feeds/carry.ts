import type { Keyring } from "../crypto/ck1/keyring.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { generationOf } from "../crypto/ck1/slot.ts";
import { newId } from "../crypto/ids.ts";
import type { Row, Store } from "../storage/store.ts";
import { headsOf } from "./heads.ts";
import { openRow } from "./reseal.ts";
import { isTombstone, unsentRow } from "./rows.ts";

/**
 * The account was begun anew while this device was away, and the new keys know nothing of the ones
 * here: what it can still read is sealed once more, so that it goes on with the others.
 */
export async function carriedOver(store: Store, from: Keyring, to: Keyring): Promise<Row[]> {
  const byItem = Map.groupBy(await store.all(), (row) => row.item);
  const heads = [...byItem.values()].flatMap((rows) => headsOf(rows));
  const lost = heads.filter((row) => !isTombstone(row) && isOfLostKeys(row, to));
  return Promise.all(
    lost.map(async (row) => {
      const { facts, plain } = await openRow(row, from);
      const next = { ...facts, rev: newId(), parents: [row.rev] };
      return unsentRow(next, await sealRevision(next, plain, to));
    }),
  );
}

const isOfLostKeys = ({ slot, seq }: Row, { vaults }: Keyring) =>
  slot !== null && seq !== null && !vaults.has(generationOf(slot));
