import type { Sealed } from "../crypto/ck1/brands.ts";
import { type Keyring, ownKeys } from "../crypto/ck1/keyring.ts";
import { moveSlot } from "../crypto/ck1/revision.ts";
import { generationOf } from "../crypto/ck1/slot.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Plan, Row, Store } from "../storage/store.ts";

/** Slots anew, for what still has words; body and rev stay as they are. */
export async function movedRows(rows: readonly Row[], from: Keyring, to: Keyring): Promise<Row[]> {
  return Promise.all(
    rows.map(async (row) => {
      const { body, slot, bad } = row;
      if (body === null || slot === null || bad !== undefined) return row;
      const moved = await moveSlot({ body, slot }, from, to).catch(unlessBroken);
      return moved === undefined ? row : { ...row, slot: moved };
    }),
  );
}

/** One broken row must not keep the others out; it says so itself where it is opened. */
function unlessBroken(trouble: unknown): undefined {
  if (!(trouble instanceof Ck1Trouble)) throw trouble;
}

/** Of what was never acknowledged, the slots that are of an earlier generation, made anew. */
export async function slotsAnew(
  store: Store,
  keys: Keyring,
  from = keys,
): Promise<Pick<Plan, "items" | "change">> {
  const old = (await store.unsent()).filter((row) => isOld(row, keys.gen));
  const moved = await movedRows(old, ownKeys(from), keys);
  const slots = new Map(moved.map(({ rev, slot }) => [rev, slot]));
  return {
    items: moved.map((row) => row.item),
    change: (rows) => ({ put: rows.flatMap((row) => withSlot(row, slots.get(row.rev))) }),
  };
}

function isOld({ slot, seq, bad }: Row, gen: number): boolean {
  return slot !== null && seq === null && bad === undefined && generationOf(slot) < gen;
}

/** Words that went meanwhile stay gone. */
function withSlot(row: Row, slot: Sealed | null | undefined): Row[] {
  return slot && row.slot !== null && row.unsent === 1 ? [{ ...row, slot }] : [];
}
