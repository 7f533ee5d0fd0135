// A phone in a history: a browser with a disk and a session of its own, up to two tabs, and whoever is signed in.
import { IDBFactory } from "fake-indexeddb";
import { StorageTrouble } from "../errors.ts";
import { diskRegistry } from "../storage/registry.ts";
import type { Row } from "../storage/store.ts";
import type { Device } from "./device.ts";
import { FaultyDisk } from "./faultyDisk.ts";
import { FaultyNetwork, type Sky } from "./faultyNetwork.ts";
import { type Browser, openIn, PASSWORD } from "./modelBrowser.ts";
import { ModelServer } from "./modelServer.ts";
import { tabsOf } from "./ownChannels.ts";

/** Somebody with an account. Every code that was on paper is still there, the newest first. */
export type Who = { name: string; email: string; id: string; codes: string[] };
export type Held = { account: string | null; rows: Row[] };

export const WHOLE = 1000;
const FEWEST_TURNS = 5;
const LONGEST_TURNS = 500;
const CLOCK = new ModelServer();

export class Phone {
  readonly net: FaultyNetwork;
  readonly disk = new FaultyDisk();
  readonly #sky: Sky;
  at: Browser;
  device!: Device;
  /** The same app in a second tab. */
  tab: Device | undefined;
  who: Who | undefined;
  /** Whose it is to be, what was written here while nobody was signed in. */
  meant: Who | undefined;
  hasStrayed = false;
  build = 1;

  constructor(base: string, sky: Sky) {
    this.net = new FaultyNetwork(base, sky);
    this.#sky = sky;
    this.at = { disk: new IDBFactory(), send: this.net.send, parts: {} };
  }

  /** What a phone does, it does on its own disk; also what goes on when others have their turn. */
  use(): void {
    globalThis.indexedDB = this.at.disk;
    tabsOf(this.at.disk);
  }

  async start(build = this.build): Promise<void> {
    this.use();
    this.build = build;
    this.at.parts = { now: Date.now, build: `${build}` };
    this.disk.revive();
    this.device = await openIn(CLOCK, this.at);
  }

  /** The process is gone, with every tab; what lies on the disk is there. */
  async restart(build = this.build): Promise<void> {
    await this.close();
    await this.start(build);
  }

  /** The browser empties its storage, and the session goes with it. */
  async evict(): Promise<void> {
    await this.close();
    this.at = { ...this.at, disk: new IDBFactory() };
    this.net.expire();
    [this.who, this.meant, this.hasStrayed] = [undefined, undefined, false];
    await this.start();
  }

  async close(): Promise<void> {
    await this.tab?.close();
    await this.device.close();
    this.tab = undefined;
  }

  /** A person does something until it works: with a connection, and a server that has time. */
  async connected<T>(work: () => Promise<T>): Promise<T> {
    this.net.left = WHOLE;
    this.net.faults = [];
    this.#sky.busy = 0;
    try {
      return await work();
    } finally {
      this.net.left = 0;
    }
  }

  /** Signs in, where nobody else is; what was written before is taken along. */
  async enter(who: Who, dies: number | null = null): Promise<void> {
    await this.connected(async () => {
      this.who = undefined;
      const { next } = await this.#signIn(who);
      if (next === "code-needed") await this.unlock(who);
      this.who = who;
      if (this.meant === who) await this.#adopt(dies);
    });
  }

  /**
   * Without locks a second tab that still ends the session of before may end this one too: the person is
   * asked to sign in, and does it again.
   */
  async #signIn({ email }: Who): Promise<{ next: string }> {
    const tried = this.device.signIn(email, PASSWORD);
    return tried.catch((trouble: { code?: string }) => {
      if (trouble.code !== "sign-in-needed") throw trouble;
      return this.device.signIn(email, PASSWORD);
    });
  }

  /** Types the code; where the session is over by then, signs in first. */
  async reopen(who: Who): Promise<void> {
    const tried = this.connected(() => this.unlock(who));
    await tried.catch((trouble: { code?: string }) => {
      if (trouble.code !== "sign-in-needed") throw trouble;
      return this.enter(who);
    });
  }

  async #adopt(dies: number | null): Promise<void> {
    if (dies !== null) this.disk.lasts = dies;
    const isDone = await this.saves(() => this.device.adopt(true));
    if (dies !== null) return this.restart();
    if (isDone !== undefined) [this.meant, this.hasStrayed] = [undefined, false];
  }

  async signUp(who: Who): Promise<void> {
    const { recoveryCode } = await this.connected(() => this.device.signUp(who.email, PASSWORD));
    who.codes = [recoveryCode];
    who.id = this.device.state.account?.id ?? "";
    this.who = who;
  }

  /** Types every code there is on paper until one fits. */
  async unlock(who: Who): Promise<void> {
    for (const code of who.codes) {
      const fits = await this.device.unlock(code).then(
        () => true,
        (trouble: { code?: string }) => {
          if (trouble.code !== "code-wrong") throw trouble;
          return false;
        },
      );
      if (fits) return;
    }
  }

  /** Something that writes: undefined where the disk did not take it, which was said then. */
  async saves<T>(work: () => Promise<T>): Promise<{ made: T } | undefined> {
    try {
      return { made: await this.disk.during(this.at.disk, work) };
    } catch (trouble) {
      if (trouble instanceof StorageTrouble) return undefined;
      throw trouble;
    }
  }

  async secondTab(): Promise<Device> {
    this.tab ??= await openIn(CLOCK, this.at);
    return this.tab;
  }

  /** Until the second tab has heard of what the first one did. */
  async quiet(): Promise<void> {
    const seen = ({ state: { account, unlocked } }: Device) => `${account?.id} ${unlocked}`;
    for (let turn = 0; turn < LONGEST_TURNS && this.tab !== undefined; turn += 1) {
      if (seen(this.tab) === seen(this.device) && turn > FEWEST_TURNS) return;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  async revs(): Promise<string[]> {
    return (await this.held()).flatMap(({ rows }) => rows.map((row) => row.rev));
  }

  /** Everything that lies here, store by store. */
  async held(): Promise<Held[]> {
    this.use();
    const registry = diskRegistry();
    const { places } = await registry.read();
    const all = places.map(async ({ name }) => {
      const store = registry.open(name);
      const [{ account }, rows] = [await store.meta(), await store.all()];
      store.close();
      return { account: account?.id ?? null, rows };
    });
    return Promise.all(all);
  }
}
