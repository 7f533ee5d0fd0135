/**
 * What the screens know of this device: items opened in memory, one door to write, one to sync.
 * Everything below (sealing, storage, http) is reached through it.
 */
import { deviceKeyWorks, newDeviceKey } from "../crypto/ck1/root.ts";
import { quietly } from "../errors.ts";
import { hasBeenHere, openHttp } from "../http/request.ts";
import { finishLeaving, type Home, homeAt, openHome, writtenBefore } from "../people/home.ts";
import { openRegistry, type Registry } from "../storage/registry.ts";
import { alone, joinTabs, type News, type Tabs } from "../storage/tabs.ts";
import { type Accounts, accountsOf, type Changed, type Hands } from "./accounts.ts";
import { headsOf } from "./heads.ts";
import type { Revision } from "./history.ts";
import { Journal, type Parts } from "./journal.ts";
import { isTombstone } from "./rows.ts";
import type { DeviceState, SyncState } from "./state.ts";
import type { AnyChange, Beside, Mark, OpenItem, Words } from "./words.ts";

export type { Revision } from "./history.ts";
export type { Alarm, DeviceState, SyncState } from "./state.ts";
export type { Change, Mark, OpenItem, Pub, Words } from "./words.ts";

export interface Device extends Accounts {
  readonly state: DeviceState;
  /** Tells of every change of state or items; returns the way to stop listening. */
  subscribe(listener: (state: DeviceState) => void): () => void;
  /** Newest day first, then newest written. */
  items(kind?: string): readonly OpenItem[];
  item(id: string): OpenItem | undefined;
  /** Every revision of an item whose words are still held here, the first one first. */
  history(item: string): Promise<Revision[]>;
  /** The days that count, also of what is not opened yet; the same list until one changes. */
  marks(): readonly Mark[];
  /** Resolves only once the sealed revision is on the disk; throws `StorageTrouble`. */
  save(change: AnyChange): Promise<OpenItem>;
  /** As `save`, for changes of different items: all of them are on the disk, or none is. */
  saveAll(changes: readonly AnyChange[], beside?: Beside): Promise<OpenItem[]>;
  remove(item: string, how: "keep-day" | "forget"): Promise<void>;
  saveDraft(key: string, words: Words): Promise<void>;
  draft(key: string): Promise<Words | undefined>;
  dropDraft(key: string): Promise<void>;
  sync(): Promise<void>;
  /** Stops everything that runs by itself; what is on the disk stays. */
  close(): Promise<void>;
}

/** Opens what lies on this device, or begins. `parts` replaces what a page has by itself. */
export async function openDevice(parts: Partial<Parts> = {}): Promise<Device> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const device = new PageDevice({
    registry: parts.registry ?? (await openRegistry({ make: newDeviceKey, works: deviceKeyWorks })),
    send: parts.send ?? openHttp(),
    now: parts.now ?? Date.now,
    dayRule: parts.dayRule ?? (() => ({ zone, dayStartHour: 4 })),
    build: parts.build ?? import.meta.url,
  });
  await device.start();
  return Object.assign(device, accountsOf(device.hands()));
}

class PageDevice implements Omit<Device, keyof Accounts> {
  state: DeviceState;
  #journal!: Journal; // from `start` on, before anybody has the device
  readonly #disk: Registry;
  #parts: Parts;
  readonly #tabs: Tabs;
  readonly #listeners = new Set<(state: DeviceState) => void>();
  readonly #wake = () => void this.#journal.sync();
  #turn: Promise<unknown> = Promise.resolve();
  #writtenBefore = 0;
  #isEmptied = false;
  #isKept: Promise<boolean> | undefined;
  #entering: Promise<void> = Promise.resolve();
  #looking: Promise<void> = Promise.resolve();
  #nextLook: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#disk = parts.registry;
    this.#tabs = joinTabs((news) => void quietly(this.#hear(news)));
    this.state = {
      phase: "starting",
      storage: parts.registry.kind,
      shared: false,
      account: null,
      unlocked: false,
      unsent: 0,
      attention: [],
      sync: "signed-out",
      alarms: [],
      recoveryConfirmed: false,
      shut: 0,
      emptied: false,
      writtenBefore: 0,
      ledger: [],
    };
  }

  async start(): Promise<void> {
    // Two tabs that begin at once must not begin two journals.
    await this.#enter(await alone("start", () => openHome(this.#parts.registry)));
    globalThis.addEventListener?.("online", this.#wake);
    globalThis.document?.addEventListener("visibilitychange", this.#wake);
    await quietly(finishLeaving(this.#parts));
    await quietly(this.#recognise());
  }

  /** A session without a store: the browser has emptied its storage, and the person is told so. */
  async #recognise(): Promise<void> {
    if (!hasBeenHere()) return;
    const { meetsSession } = await import("./emptied.ts");
    this.#isEmptied = await meetsSession(this.#parts, this.#journal.home);
    if (this.#isEmptied) await this.sync();
  }

  subscribe(listener: (state: DeviceState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  items = (kind?: string) => this.#journal.list(kind);
  item = (id: string) => this.#journal.get(id);
  history = (item: string) => this.#journal.history(item);
  marks = () => this.#journal.marks();
  saveDraft = (key: string, words: Words) => this.#journal.drafts.put(key, words);
  draft = (key: string) => this.#journal.drafts.get(key);
  dropDraft = (key: string) => this.#journal.drafts.put(key, null);

  async sync(): Promise<void> {
    await this.#journal.sync();
    await this.#tell();
  }

  async remove(item: string, how: "keep-day" | "forget"): Promise<void> {
    await this.#entering;
    await this.#journal.remove(item, how);
    await this.#tell();
  }

  async save(change: AnyChange): Promise<OpenItem> {
    const [saved] = await this.saveAll([change]);
    return saved as OpenItem; // one for each change
  }

  async saveAll(changes: readonly AnyChange[], beside: Beside = {}): Promise<OpenItem[]> {
    await this.#entering;
    const saved = await this.#journal.save(changes, beside);
    this.#isKept ??= navigator.storage?.persist?.(); // some browsers ask the person: once is enough
    await this.#tell();
    return saved;
  }

  /** What the account's side of the device works with. */
  hands(): Hands {
    return {
      parts: () => this.#parts,
      home: () => this.#journal.home,
      disk: this.#disk,
      inTurn: (work) => this.#asAccount(work),
      tell: () => this.#tell(),
      sync: () => this.sync(),
      state: () => this.state,
      items: this.items,
      save: (change) => this.save(change),
      draft: this.draft,
      saveDraft: this.saveDraft,
      wrote: async (items) => {
        await this.#journal.wrote(items);
        await this.#tell();
      },
    };
  }

  async close(): Promise<void> {
    globalThis.removeEventListener?.("online", this.#wake);
    globalThis.document?.removeEventListener("visibilitychange", this.#wake);
    this.#tabs.close();
    await this.#journal.close();
  }

  /** While an account changes hands nothing else runs; then the store it leaves us with is opened. */
  #asAccount<T>(work: (home: Home) => Promise<Changed<T>>): Promise<T> {
    const done = this.#turn.then(async () => {
      const before = this.#journal;
      await before.pause();
      try {
        const { home, result, registry = this.#parts.registry } = await work(before.home);
        this.#parts = { ...this.#parts, registry };
        if (home !== before.home) await this.#enter(home);
        this.#tabs.tell({ store: home.store.name });
        return result;
      } finally {
        if (this.#journal === before) before.resume();
        await this.#tell();
      }
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Opens a store and goes over to it; what is being written meanwhile waits, and goes there. */
  async #enter(home: Home): Promise<void> {
    const entering = this.#swap(home);
    this.#entering = entering.catch(() => undefined);
    await entering;
    this.#writtenBefore = await countWritten(this.#parts, home);
    await this.#tell();
    void this.#journal.sync();
  }

  async #swap(home: Home): Promise<void> {
    const before = this.#journal;
    await before?.settled();
    const tellTabs = (items: readonly string[]) => {
      if (items.length > 0) this.#tabs.tell({ store: home.store.name, items: [...items] });
    };
    const next = new Journal(home, this.#parts, {
      wrote: (items) => {
        tellTabs(items);
        void this.#tell();
      },
      changed: (items) => {
        tellTabs(items);
        // A sync may outlast the journal that began it.
        void quietly(this.#refresh(this.#journal === next ? [] : items));
      },
      synced: (state) => void quietly(this.#synced(home, state)),
    });
    await next.load();
    before?.retire();
    this.#journal = next;
  }

  async #synced(home: Home, state: SyncState): Promise<void> {
    await this.#tell();
    if (state === "working" || home.place.account === null) return;
    const { account, vault } = await home.store.meta();
    // Another device's vault was first: these rows are nobody's until that one is unlocked.
    // Or the keys were renewed: from here, in another tab, or by a request thought lost.
    const isOther = account === null || (vault !== null && vault.gen !== home.keys.gen);
    if (isOther && this.#journal.home === home) {
      await this.#enter(await openHome(this.#parts.registry));
    }
  }

  async #hear(news: News): Promise<void> {
    const { registry } = this.#parts;
    const here = this.#journal?.home.store.name;
    if (here === undefined) return; // not open yet: what is told now is read in a moment
    const isElsewhere = (await registry.read()).current !== here;
    if (isElsewhere || (news.store === here && news.items === undefined)) {
      return this.#enter(await openHome(registry));
    }
    if (news.store === here) await this.#refresh(news.items ?? []);
  }

  async #refresh(items: readonly string[]): Promise<void> {
    await this.#journal.refresh(items);
    await this.#tell();
  }

  /** One look after the other, and one for all who ask while another is under way. */
  #tell(): Promise<void> {
    this.#nextLook ??= this.#looking.then(() => {
      this.#nextLook = undefined;
      return quietly(this.#look());
    });
    this.#looking = this.#nextLook;
    return this.#nextLook;
  }

  async #look(): Promise<void> {
    const seen = await this.#journal.look();
    const { registry } = this.#parts;
    const where = { storage: registry.kind, shared: registry !== this.#disk };
    const emptied = this.#isEmptied && !seen.unlocked;
    this.state = { phase: "ready", ...where, ...seen, emptied, writtenBefore: this.#writtenBefore };
    for (const listener of this.#listeners) listener(this.state);
  }
}

/** How many items lie in stores on this device that are nobody's yet. */
async function countWritten({ registry }: Parts, home: Home): Promise<number> {
  const places = await writtenBefore(registry, home);
  const counts = places.map(async (place) => {
    const rows = (await (await homeAt(registry, place))?.store.all()) ?? [];
    const written = rows.filter((row) => row.kind !== "profile");
    const byItem = Map.groupBy(written, (row) => row.item);
    return [...byItem.values()].filter((some) => !headsOf(some).every(isTombstone)).length;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
