import { plainOf } from "../crypto/ck1/brands.ts";
import type { Keyring } from "../crypto/ck1/keyring.ts";
import { sealRevision } from "../crypto/ck1/revision.ts";
import { newId } from "../crypto/ids.ts";
import { headsOf } from "../feeds/heads.ts";
import { mergedProfile } from "../feeds/profile.ts";
import { openRow } from "../feeds/reseal.ts";
import { unsentRow } from "../feeds/rows.ts";
import type { Words } from "../feeds/words.ts";
import type { Row } from "../storage/store.ts";

type Side = { rows: readonly Row[]; keys: Keyring };

/**
 * The settings somebody made before there was an account, sealed anew under the person's id and
 * joined to those the account has. Null where there were none.
 */
export async function adoptedProfile(own: string, local: Side, account: Side): Promise<Row | null> {
  const before = local.rows.filter((row) => row.kind === "profile" && row.item !== own);
  if (before.length === 0) return null;
  const there = headsOf(account.rows.filter((row) => row.item === own));
  const words = [
    ...(await wordsIn(headsOf(before), local.keys)),
    ...(await wordsIn(there, account.keys)),
  ];
  const parents = there.map((row) => row.rev).sort();
  const facts = { item: own, rev: newId(), parents, kind: "profile", del: "no" } as const;
  return unsentRow(facts, await sealRevision(facts, plainOf(mergedProfile(words)), account.keys));
}

function wordsIn(heads: readonly Row[], keys: Keyring): Promise<Words[]> {
  const whole = heads.filter((row) => row.body !== null);
  return Promise.all(
    whole.map(async (row) => JSON.parse((await openRow(row, keys)).plain) as Words),
  );
}
