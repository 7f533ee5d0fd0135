import type { Keyring } from "../crypto/ck1/keyring.ts";
import type { Refusal } from "../http/answers.ts";
import type { Send } from "../http/request.ts";
import { Outdated, type Store } from "../storage/store.ts";
import type { DayRule } from "../streaks/day.ts";
import type { SyncState } from "./state.ts";

/** What the server's clock says against this device's, once it has been heard on this page. */
export type Clock = { now(): number; offset: number | null };

/** One account's feed, as a sync works upon it. */
export type Feed = {
  store: Store;
  send: Send;
  keys: Keyring;
  account: string;
  clock: Clock;
  dayRule: () => DayRule;
  /** Names this build of the app: what an older one had refused is tried again. */
  build: string;
  /** Told of items whose rows have changed on the disk. */
  changed: (items: readonly string[]) => void;
};

/** The server refused; `syncOnce` decides what that means. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.status} ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** The feed began anew on the server: its answers are of another epoch than what lies here. */
export class FeedReset extends Error {
  override readonly name = "FeedReset";
}

/** Nothing more can be done until a person, or another build, does something. */
export class Halted extends Error {
  override readonly name = "Halted";
  readonly state: SyncState;

  constructor(state: SyncState) {
    super(state);
    this.state = state;
  }
}

/**
 * Where this store stands in its epoch. Where tabs are kept in no order, another one may have begun a new
 * epoch since this one read: there is no place then, and the caller looks again.
 */
export async function placeOf({ store }: Feed): Promise<{ epoch: string; cursor: number }> {
  const { epoch, cursor } = await store.meta();
  if (epoch === "") throw new Outdated();
  return { epoch, cursor };
}

type Stamp = { account: string; epoch: string; server_now: number };

/** Believes an answer only when it is of this account and epoch; learns the clock from it. */
export function checkStamp(feed: Feed, said: Stamp, epoch: string): void {
  if (said.account !== feed.account) throw new Halted("stopped");
  if (epoch !== "" && said.epoch !== epoch) throw new FeedReset();
  feed.clock.offset = said.server_now - feed.clock.now();
}
