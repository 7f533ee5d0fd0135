import { giveCopy } from "../http/sharing.ts";
import type { Row } from "../storage/store.ts";
import { checkStamp, type Feed, placeOf, Refused } from "./feed.ts";
import { settleAnswered } from "./outbox.ts";

/** What a refusal says of this one copy, and not of the whole device. */
const OF_THIS_COPY = [400, 404, 409, 413, 507];
const OF_THE_DEVICE = ["account-mismatch", "stale-vault"];

/** Gives copies to their readers, each in one request with its grant and consent; how many are there. */
export async function giveAll(feed: Feed, copies: readonly Row[]): Promise<number> {
  const held = new Set((await feed.store.attention()).map((note) => note.rev));
  let given = 0;
  for (const row of copies) if (!held.has(row.rev)) given += await give(feed, row);
  return given;
}

async function give(feed: Feed, row: Row): Promise<number> {
  const { share, body, slot } = row;
  if (share === undefined || body === null || slot === null) return 0;
  const { epoch, cursor } = await placeOf(feed);
  const sent = { account: feed.account, epoch, gen: feed.keys.gen, body, slot, ...share };
  const answer = await giveCopy(feed.send, sent);
  if (!answer.ok) {
    const { status, code } = answer.refusal;
    const isOfThisCopy = OF_THIS_COPY.includes(status) && !OF_THE_DEVICE.includes(code);
    if (!isOfThisCopy) throw new Refused(answer.refusal);
    return refused(feed, row, code);
  }
  checkStamp(feed, answer.value, epoch);
  const results = new Map([[row.rev, { status: "applied", seq: answer.value.seq } as const]]);
  const done = await settleAnswered(feed.store, [row], results, { epoch, cursor });
  feed.changed([row.item]);
  return done.length;
}

/** What was given before, and no longer can be, is kept as what it is: something of one's own. */
async function refused(feed: Feed, { rev, item }: Row, code: string): Promise<number> {
  const { ledger } = await feed.store.meta();
  const told = [...(ledger?.events ?? []), ...(ledger?.before ?? [])];
  if (!told.some((event) => event.includes(item))) {
    const note = { rev, item, code: code || "refused", build: feed.build };
    await feed.store.update({ attention: { put: [note] } });
    return 0;
  }
  await feed.store.update({
    items: [item],
    change: (rows) => ({ put: rows.map(({ share: _, ...row }) => row) }),
  });
  return 1;
}
