import type { Facts } from "../crypto/ck1/body.ts";
import type { Sealed } from "../crypto/ck1/brands.ts";
import type { Emptied, Outgoing } from "../http/feed.ts";
import type { Row } from "../storage/store.ts";

export type Tokens = { body: Sealed; slot: Sealed; sha: string };

/** A revision just sealed here, as it is to lie on the disk. */
export function unsentRow(facts: Facts, tokens: Tokens): Row {
  return { ...factsOf(facts), ...tokens, seq: null, unsent: 1 };
}

/** What a header says that the device keeps beside the tokens. */
export function factsOf({ rev, item, kind, parents, of, day, written, del }: Facts): Facts {
  return {
    rev,
    item,
    kind,
    parents,
    ...(of === undefined ? {} : { of }),
    ...(day === undefined ? {} : { day }),
    ...(written === undefined ? {} : { written }),
    del,
  };
}

export const isTombstone = (row: Row): boolean => row.del !== "no" && row.bad === undefined;

/** What remains of a revision above a tombstone; `forget` takes the day as well. */
export function emptied(row: Row, how: "keep-day" | "forget"): Row {
  const { hollow: _, share: _share, day, written, of, ...rest } = row;
  const bare: Row = { ...rest, body: null, slot: null };
  if (how === "forget") return bare;
  return {
    ...bare,
    ...(of === undefined ? {} : { of }),
    ...(day === undefined ? {} : { day }),
    ...(written === undefined ? {} : { written }),
  };
}

/** A row in the form in which it goes to the server. */
export function outgoing(row: Row): Outgoing {
  const { body, slot } = row;
  if (body !== null) return { body, slot };
  const { del: _, ...facts } = factsOf(row);
  return { ...facts, sha: row.sha } satisfies Emptied;
}
