import { JournalTrouble, lazily, StorageTrouble } from "../errors.ts";
import type { Refusal } from "../http/answers.ts";
import { readVault } from "../http/vault.ts";
import { dropOldWraps, settleVault } from "../keys/settle.ts";
import { Outdated } from "../storage/store.ts";
import { type Feed, FeedReset, Halted, Refused } from "./feed.ts";
import { checkAtHead, pull, raise } from "./pull.ts";
import { pushAll } from "./push.ts";
import { repair } from "./repair.ts";
import type { SyncState } from "./state.ts";
import { tidy } from "./tidy.ts";

/** How a sync ended; `retry` asks for another by itself, `retryAfter` seconds from now at the least. */
export type Outcome = { state: SyncState; retry: boolean; retryAfter?: number };

/** Far more than any honest course of things needs. */
const MOST_ROUNDS = 12;
const SETTLED: Record<number, SyncState> = {
  401: "sign-in-needed",
  403: "sign-in-needed",
  426: "update-needed",
};

/** Reads, heals, sends and reads back, until both sides hold the same. Never throws for the server's sake. */
export async function syncOnce(feed: Feed): Promise<Outcome> {
  try {
    await settle(feed);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (await isRoundTheLast(feed)) return { state: "idle", retry: false };
    }
    return { state: "waiting", retry: true };
  } catch (trouble) {
    return outcomeOf(trouble);
  }
}

async function settle(feed: Feed): Promise<void> {
  // Over to the new keys: the journal is opened anew with them, and syncs then.
  if (await isRenewed(feed)) throw new Halted("waiting");
  const { awaits } = await feed.store.meta();
  if (awaits !== null && awaits > feed.keys.gen) throw new Halted("locked");
  const refusal = await settleVault(feed.store, feed.send);
  if (refusal?.code === "vault-exists") await yieldToVault(feed);
  if (refusal !== null) throw new Refused(refusal);
  if ((await feed.store.meta()).vault === null) throw new Halted("locked");
  await dropOldWraps(feed.store, feed.send);
}

/** After a rotation whose answer never came. */
async function isRenewed({ store, send }: Feed): Promise<boolean> {
  if ((await store.meta()).pending.length === 0) return false;
  return (await lazily(import("../keys/pending.ts"))).settlePending(store, send);
}

/** Another device was first: what lies here is nobody's again, until its owner unlocks that vault. */
async function yieldToVault(feed: Feed): Promise<never> {
  await feed.store.update({
    meta: ({ account }) => ({ account: null, guest: account, parts: null }),
  });
  throw new Halted("locked");
}

/** Nothing was sent, or what was sent has been read back: then both sides hold the same. */
async function isRoundTheLast(feed: Feed): Promise<boolean> {
  try {
    const { digest, read, later } = await pull(feed);
    if (later) await lookForLaterVault(feed);
    await checkAtHead(feed, read);
    await repair(feed, digest);
    await tidy(feed);
    return (await pushAll(feed)) === 0;
  } catch (trouble) {
    await recover(feed, trouble);
    return false;
  }
}

async function recover(feed: Feed, trouble: unknown): Promise<void> {
  const code = trouble instanceof Refused ? trouble.refusal.code : "";
  if (trouble instanceof FeedReset || code === "feed-reset") {
    await meetVault(feed); // before the new epoch is believed: what this refuses stays refused
    return beginAnew(feed);
  }
  if (code === "stale-vault") return meetVault(feed);
  if (!(trouble instanceof Outdated)) throw trouble;
}

/** Another epoch: read from 0; what the server then turns out to lack is offered again. */
async function beginAnew(feed: Feed): Promise<void> {
  await feed.store.update({
    items: "all",
    change: (rows) => ({
      put: rows.filter((row) => row.seq !== null).map((row) => ({ ...row, seq: null })),
    }),
    meta: { epoch: "", cursor: 0 },
  });
}

/** The server's vault is not of our generation: wait for the new code, or, after a restore, put ours back. */
async function meetVault(feed: Feed): Promise<void> {
  const answer = await readVault(feed.send);
  if (!answer.ok && answer.refusal.code !== "no-vault") throw new Refused(answer.refusal);
  const there = answer.ok ? answer.value.gen : 0;
  await lockFor(feed, there);
  const { vault } = await feed.store.meta();
  if (answer.ok && there === feed.keys.gen) {
    if (answer.value.keybag === vault?.keybag) return; // put back meanwhile, by another phone
    await raise(feed, [{ code: "replayed-generation" }]);
    throw new Halted("stopped");
  }
  const { putBack } = await lazily(import("../keys/putBack.ts"));
  const refusal = await putBack(feed.store, feed.send, there);
  if (refusal !== null) throw new Refused(refusal);
}

/** Something is sealed under keys this device has not been given, if the vault says so too. */
async function lookForLaterVault(feed: Feed): Promise<void> {
  const answer = await readVault(feed.send);
  if (answer.ok) await lockFor(feed, answer.value.gen);
}

async function lockFor(feed: Feed, gen: number): Promise<void> {
  if (gen <= feed.keys.gen) return;
  await feed.store.update({ meta: { awaits: gen } });
  throw new Halted("locked");
}

function outcomeOf(trouble: unknown): Outcome {
  if (trouble instanceof Refused) return refusedOutcome(trouble.refusal);
  if (trouble instanceof Halted) return { state: trouble.state, retry: false };
  if (trouble instanceof StorageTrouble) return { state: "waiting", retry: true };
  if (!(trouble instanceof JournalTrouble)) throw trouble;
  return { state: trouble.code === "offline" ? "offline" : "waiting", retry: true };
}

function refusedOutcome({ status, code, retryAfter }: Refusal): Outcome {
  if (code === "account-mismatch") return { state: "stopped", retry: false };
  const state = SETTLED[status];
  if (state !== undefined) return { state, retry: false };
  return { state: "waiting", retry: true, ...(retryAfter === undefined ? {} : { retryAfter }) };
}
