import { lazily, quietly } from "../errors.ts";
import type { Send } from "../http/request.ts";
import type { Home } from "../people/home.ts";
import type { Registry } from "../storage/registry.ts";
import type { Row } from "../storage/store.ts";
import { alone } from "../storage/tabs.ts";
import type { DayRule } from "../streaks/day.ts";
import { Drafts } from "./drafts.ts";
import type { Clock, Feed } from "./feed.ts";
import type { Revision } from "./history.ts";
import { Items } from "./items.ts";
import { Schedule } from "./schedule.ts";
import type { Alarm, DeviceState, SyncState } from "./state.ts";
import type { Outcome } from "./sync.ts";
import type { AnyChange, Beside, Mark, OpenItem } from "./words.ts";
import { remove, write } from "./writing.ts";

/** What a device is put together from; a page has it all by itself, a test brings its own. */
export type Parts = {
  registry: Registry;
  send: Send;
  now: () => number;
  dayRule: () => DayRule;
  build: string;
};
export type Heard = {
  /** Rows of these items are others now. */
  changed(items: readonly string[]): void;
  /** These were written here, and are taken in already. */
  wrote(items: readonly string[]): void;
  synced(state: SyncState): void;
};

const AT_ONCE = 60;
const WHEN_IDLE = 40;
const FIRST = ["schedule", "off", "habit", "profile"];
const LAST_DAY = "9999-12-31";

/** One local store, opened: its items in memory, its drafts, its writing and its sync. */
export class Journal {
  readonly home: Home;
  readonly drafts: Drafts;
  readonly #items = new Items();
  readonly #broken = new Map<string, Alarm>();
  readonly #parts: Parts;
  readonly #heard: Heard;
  readonly #clock: Clock;
  #sync: SyncState | undefined;
  #schedule: Schedule;
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #isPaused = false;

  constructor(home: Home, parts: Parts, heard: Heard) {
    this.home = home;
    this.drafts = new Drafts(home.store, home.device);
    this.#parts = parts;
    this.#heard = heard;
    this.#clock = { now: parts.now, offset: null };
    this.#schedule = this.#newSchedule();
  }

  list(kind?: string): readonly OpenItem[] {
    return this.#items.list(kind);
  }

  get(item: string): OpenItem | undefined {
    return this.#items.get(item);
  }

  marks(): readonly Mark[] {
    return this.#items.marks();
  }

  /** Every revision of an item whose words are held, the first one first. */
  async history(item: string): Promise<Revision[]> {
    const { store, keys } = this.home;
    const { historyOf } = await lazily(import("./history.ts"));
    return historyOf(await store.rowsOf(item), keys);
  }

  /** Opens the newest items at once and the others when the page is idle. */
  async load(): Promise<void> {
    const byItem = Map.groupBy(await this.home.store.all(), (row) => row.item);
    for (const [item, rows] of byItem) this.#items.mark(item, rows);
    const groups = [...byItem].sort(([, a], [, b]) => (urgency(a) < urgency(b) ? 1 : -1));
    await this.#open(groups.slice(0, AT_ONCE));
    void quietly(this.#openIdly(groups.slice(AT_ONCE)));
  }

  /** Reads items anew whose rows have changed, here or in another tab. */
  refresh(items: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const groups = [...new Set(items)].map(
        async (item) => [item, await this.home.store.rowsOf(item)] as const,
      );
      await this.#open(await Promise.all(groups));
    });
  }

  async save(changes: readonly AnyChange[], { draft, laid }: Beside = {}): Promise<OpenItem[]> {
    const saved = await this.#inTurn(async () => {
      const sealed = draft && (await this.drafts.sealed(draft));
      const written = await write(this.#desk(), changes, sealed);
      if (draft) this.drafts.laid(draft);
      return written;
    });
    laid?.();
    this.#wrote(...saved.map(({ item }) => item));
    return saved;
  }

  async remove(item: string, how: "keep-day" | "forget"): Promise<void> {
    await this.#inTurn(() => remove(this.#desk(), item, how));
    this.#wrote(item);
  }

  /** Takes in rows that were laid on the disk past `save`, and sends them. */
  async wrote(items: readonly string[]): Promise<void> {
    await this.refresh(items);
    this.#wrote(...items);
  }

  sync(): Promise<void> {
    return this.#schedule.ask();
  }

  /** Lets nothing run by itself until `resume`, so that an account can change hands. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    await this.#schedule.stop();
    await this.settled();
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  resume(): void {
    this.#isPaused = false;
    this.#schedule = this.#newSchedule();
    void this.sync();
  }

  /** Another store takes over: nothing more is begun here. */
  retire(): void {
    this.#isClosed = true;
    void this.#schedule.stop();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.pause();
    this.home.store.close();
  }

  /** How this store stands now, for the screens. */
  async look(): Promise<
    Omit<DeviceState, "phase" | "storage" | "shared" | "emptied" | "writtenBefore">
  > {
    const { store } = this.home;
    const [meta, notes, waiting] = await Promise.all([
      store.meta(),
      store.attention(),
      store.countUnsent(),
    ]);
    const awaitsKeys = meta.awaits !== null && meta.awaits > this.home.keys.gen;
    const isLocked = meta.guest !== null || awaitsKeys || this.#sync === "locked";
    const unasked = meta.account === null ? "signed-out" : "idle";
    return {
      account: meta.guest ?? meta.account,
      unlocked: !isLocked,
      unsent: Math.max(0, waiting - notes.length),
      attention: notes.map(({ rev, item, code }) => ({ rev, item, code })),
      sync: isLocked ? "locked" : (this.#sync ?? unasked),
      alarms: [...(meta.alarms as Alarm[]), ...this.#broken.values()],
      recoveryConfirmed: meta.recovery.confirmed,
      shut: this.#items.shut,
      ledger: meta.ledger?.events ?? [],
    };
  }

  #desk() {
    const { store, keys } = this.home;
    return { store, keys, items: this.#items, clock: this.#clock, dayRule: this.#parts.dayRule };
  }

  #wrote(...items: string[]): void {
    this.#heard.wrote(items);
    void this.sync();
  }

  #newSchedule(): Schedule {
    return new Schedule(
      () => this.#run(),
      (state) => {
        this.#sync = state;
        this.#heard.synced(state);
      },
    );
  }

  async #run(): Promise<Outcome> {
    const { store, keys } = this.home;
    const { account, guest } = await store.meta();
    if (account === null) return { state: guest === null ? "signed-out" : "locked", retry: false };
    const touched = new Set<string>();
    const changed = (items: readonly string[]) => {
      for (const item of items) touched.add(item);
    };
    const { send, dayRule, build } = this.#parts;
    const clock = this.#clock;
    const feed = { store, send, keys, account: account.id, clock, dayRule, build, changed };
    const { syncOnce } = await lazily(import("./sync.ts")); // Today can be used before it is here
    const outcome = await alone(`sync-${store.name}`, () => syncOnce(feed));
    await this.refresh([...touched]);
    this.#heard.changed([...touched]);
    if (outcome.state === "idle") await quietly(this.#follow(feed));
    return outcome;
  }

  /** Who has paired looks after each sync whether the ledger is still what it was. */
  async #follow(feed: Feed): Promise<void> {
    const [profile] = this.#items.list("profile");
    if (profile?.words["pins"] === undefined) return;
    const { followLedger } = await lazily(import("../sharing/following.ts"));
    await followLedger(feed, { items: (kind) => this.list(kind), save: (one) => this.save([one]) });
  }

  async #open(groups: readonly (readonly [string, readonly Row[]])[]): Promise<void> {
    const opening = groups.map(([item, rows]) => this.#items.refresh(item, rows, this.home.keys));
    for (const alarm of (await Promise.all(opening)).flat()) {
      this.#broken.set(alarm.rev ?? "", alarm);
    }
  }

  async #openIdly(groups: readonly (readonly [string, readonly Row[]])[]): Promise<void> {
    for (let at = 0; at < groups.length; at += WHEN_IDLE) {
      do await idle();
      while (this.#isPaused && !this.#isClosed);
      if (this.#isClosed) return;
      const items = groups.slice(at, at + WHEN_IDLE).map(([item]) => item);
      await this.refresh(items);
      this.#heard.changed([]);
    }
  }

  /** One thing after the other, so that an edit always knows of the one before. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** What the streaks are counted by comes first, then the newest day. */
function urgency(rows: readonly Row[]): string {
  if (FIRST.includes(rows[0]?.kind ?? "")) return LAST_DAY;
  return rows.reduce((latest, { day = "" }) => (day > latest ? day : latest), "");
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 0);
  });
}
