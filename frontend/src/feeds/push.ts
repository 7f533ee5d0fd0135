import { JournalTrouble, lazily } from "../errors.ts";
import { type Pushed, push, type Result } from "../http/feed.ts";
import type { Attention, Row } from "../storage/store.ts";
import { datesAllowed, sameDates } from "./dates.ts";
import { checkStamp, type Feed, placeOf, Refused } from "./feed.ts";
import { isToGive, settleAnswered, waitingBatch } from "./outbox.ts";
import { reseal } from "./reseal.ts";
import { outgoing } from "./rows.ts";

/** Refusals of a whole request that one revision in it can be the reason for. */
const TOO_MUCH_OR_MALFORMED = [400, 413];

/** Sends what waits, until nothing can go; returns how many revisions were acknowledged. */
export async function pushAll(feed: Feed): Promise<number> {
  let acknowledged = 0;
  let most: number | undefined;
  const next = () => waitingBatch(feed.store, most);
  for (let batch = await next(); batch.length > 0; batch = await next()) {
    const sent = await send(feed, batch);
    most = sent.most;
    acknowledged += sent.acknowledged;
  }
  return acknowledged + (await giveCopies(feed));
}

async function giveCopies(feed: Feed): Promise<number> {
  const copies = (await feed.store.unsent()).filter(isToGive);
  if (copies.length === 0) return 0;
  const { giveAll } = await lazily(import("./giving.ts"));
  return giveAll(feed, copies);
}

type Sent = { acknowledged: number; most: number | undefined };

/** One request. A refusal that only its contents explain halves the batch, or finds the one to blame. */
async function send(feed: Feed, batch: readonly Row[]): Promise<Sent> {
  const { epoch, cursor } = await placeOf(feed);
  const revs = batch.map(outgoing);
  const ask = { account: feed.account, epoch, gen: feed.keys.gen, revs };
  const answer = await push(feed.send, ask);
  if (answer.ok) {
    return {
      acknowledged: await acknowledge(feed, batch, answer.value, { epoch, cursor }),
      most: undefined,
    };
  }
  const { status, code } = answer.refusal;
  if (!TOO_MUCH_OR_MALFORMED.includes(status)) throw new Refused(answer.refusal);
  const [first] = batch;
  if (first === undefined || batch.length > 1) {
    return { acknowledged: 0, most: Math.ceil(batch.length / 2) };
  }
  await hold(feed, [noteOf(feed, first, code)]);
  return { acknowledged: 0, most: undefined };
}

async function acknowledge(
  feed: Feed,
  batch: readonly Row[],
  said: Pushed,
  when: { epoch: string; cursor: number },
): Promise<number> {
  checkStamp(feed, said, when.epoch);
  if (said.results.length !== batch.length) throw new JournalTrouble("server-trouble");
  const results = new Map(batch.map((row, at) => [row.rev, said.results[at] as Result]));
  const done = await settleAnswered(feed.store, batch, results, when);
  feed.changed(done.map((row) => row.item));
  await settleRefused(feed, batch, results, said.server_now);
  return done.length;
}

async function settleRefused(
  feed: Feed,
  batch: readonly Row[],
  results: ReadonlyMap<string, Result>,
  serverNow: number,
): Promise<void> {
  const notes: Attention[] = [];
  for (const row of batch) {
    const result = results.get(row.rev);
    if (result?.status !== "rejected") continue;
    const isRedated = result.code === "bad-dates" && (await redate(feed, row, serverNow));
    if (!isRedated) notes.push(noteOf(feed, row, result.code));
  }
  await hold(feed, notes);
}

/** A revision refused for its dates is sealed anew with dates the server takes, where that helps. */
async function redate(feed: Feed, row: Row, serverNow: number): Promise<boolean> {
  if (sameDates(row, datesAllowed(row, serverNow))) return false;
  return reseal(feed.store, row.item, feed.keys, (facts) => {
    const dates = datesAllowed(facts, serverNow);
    return sameDates(facts, dates) ? null : { ...facts, ...dates };
  });
}

function noteOf(feed: Feed, { rev, item }: Row, code: string): Attention {
  return { rev, item, code: code || "refused", build: feed.build };
}

/** Needs attention: it stays on the disk and in the outbox, and delays nothing else. */
async function hold(feed: Feed, notes: readonly Attention[]): Promise<void> {
  if (notes.length > 0) await feed.store.update({ attention: { put: notes } });
}
