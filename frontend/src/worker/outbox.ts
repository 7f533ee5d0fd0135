// What was written offline goes out although the app was closed meanwhile. The worker sends what lies
// sealed on the disk, as it lies there; it opens nothing, and all that needs a key or a decision
// (another epoch, a clock that is wrong, a refusal, a sign-in) waits for the next page.
import { generationOf } from "../crypto/ck1/slot.ts";
import { clockHolds } from "../feeds/dates.ts";
import { settleAnswered, waitingBatch } from "../feeds/outbox.ts";
import { outgoing } from "../feeds/rows.ts";
import { changes, push, type Stamp } from "../http/feed.ts";
import { openHttp, type Send } from "../http/request.ts";
import { diskRegistry } from "../storage/registry.ts";
import type { Row, Store } from "../storage/store.ts";
import { alone, joinTabs } from "../storage/tabs.ts";

type Jar = { getAll(): Promise<{ name: string; value: string }[]> };
type Standing = { account: string; epoch: string; gen: number; cursor: number };

/** Sends what waits in the store this device writes to. Throws where no answer comes: the browser asks again. */
export async function sendWaiting(): Promise<void> {
  const registry = diskRegistry();
  const { current } = await registry.read();
  if (current === null) return;
  const store = registry.open(current);
  try {
    const send = await openWorkerHttp();
    await alone(`sync-${store.name}`, () => sendFrom(store, send, Date.now()));
  } finally {
    store.close();
  }
}

/** The same, from a given store, at an instant of this device's clock. */
export async function sendFrom(store: Store, send: Send, now: number): Promise<void> {
  const { account, vault, epoch, cursor, awaits } = await store.meta();
  if (account === null || vault === null || epoch === "") return;
  if (awaits !== null && awaits > vault.gen) return;
  const standing = { account: account.id, epoch, gen: vault.gen, cursor };
  if (!(await isAsWeLeftIt(send, standing, now))) return;
  while (await sendBatch(store, send, standing));
}

/** Same account, same epoch, and a clock by which the dates were rightly chosen. */
async function isAsWeLeftIt(
  send: Send,
  { gen: _, ...where }: Standing,
  now: number,
): Promise<boolean> {
  const answer = await changes(send, where, 1);
  if (!answer.ok) return false;
  return isOurs(answer.value, where) && clockHolds(answer.value.server_now - now);
}

function isOurs(said: Stamp, { account, epoch }: Pick<Standing, "account" | "epoch">): boolean {
  return said.account === account && said.epoch === epoch;
}

/** Answers whether there may be more to send. */
async function sendBatch(
  store: Store,
  send: Send,
  { cursor, ...standing }: Standing,
): Promise<boolean> {
  const batch = await waitingBatch(store);
  if (batch.length === 0 || batch.some((row) => isOfAnother(row, standing.gen))) return false;
  const answer = await push(send, { ...standing, revs: batch.map(outgoing) });
  if (!answer.ok || !isOurs(answer.value, standing)) return false;
  const { results } = answer.value;
  if (results.length !== batch.length) return false;
  const byRev = new Map(batch.map((row, at) => [row.rev, results[at] ?? refused]));
  const done = await settleAnswered(store, batch, byRev, { epoch: standing.epoch, cursor });
  tellPages(
    store.name,
    done.map((row) => row.item),
  );
  return done.length > 0;
}

/** A slot of an earlier generation would be refused by every other device: the page makes it anew first. */
function isOfAnother({ slot }: Row, gen: number): boolean {
  return slot !== null && generationOf(slot) !== gen;
}

const refused = { status: "rejected", code: "" } as const;

function tellPages(store: string, items: string[]): void {
  const tabs = joinTabs(() => undefined);
  tabs.tell({ store, items });
  tabs.close();
}

/** Here the cookies are asked for, not lying at hand: they are read before, and after every answer. */
async function openWorkerHttp(): Promise<Send> {
  let read = "";
  const { cookieStore } = globalThis as { cookieStore?: Jar };
  const look = async () => {
    const all = (await cookieStore?.getAll()) ?? [];
    read = all.map(({ name, value }) => `${name}=${value}`).join("; ");
  };
  await look();
  const fetchAndLook: typeof fetch = async (...ask) => {
    const answer = await fetch(...ask);
    await look();
    return answer;
  };
  return openHttp({ fetch: fetchAndLook, cookies: () => read, base: "" });
}
