import type { Keyring } from "../crypto/ck1/keyring.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import type { Row } from "../storage/store.ts";
import { depthsOf } from "./heads.ts";
import { openRow } from "./reseal.ts";
import type { Words } from "./words.ts";

/** One revision of an item whose words are still held here. */
export type Revision = {
  rev: string;
  parents: readonly string[];
  day?: string;
  words: Words;
  unsent: boolean;
};

/** Every revision that opens, the first one first; what a deletion has emptied holds no words any more. */
export async function historyOf(rows: readonly Row[], keys: Keyring): Promise<Revision[]> {
  const depths = depthsOf(rows);
  const depth = ({ rev }: Row) => depths.get(rev) ?? 0;
  const whole = rows.filter(
    ({ body, bad, del }) => body !== null && bad === undefined && del === "no",
  );
  const ordered = whole.toSorted((a, b) => depth(a) - depth(b) || (a.rev < b.rev ? -1 : 1));
  const opened = await Promise.all(ordered.map((row) => revisionOf(row, keys)));
  return opened.filter((one) => one !== null);
}

async function revisionOf(row: Row, keys: Keyring): Promise<Revision | null> {
  const { rev, parents, day, unsent } = row;
  try {
    const { plain } = await openRow(row, keys);
    const words = JSON.parse(plain) as Words;
    return { rev, parents, ...(day ? { day } : {}), words, unsent: unsent === 1 };
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return null; // shut: its keys are lost
    throw trouble;
  }
}
