// One history, played on three phones of the app itself.
import { JournalTrouble } from "../errors.ts";
import type { Sky } from "./faultyNetwork.ts";
import { PASSWORD } from "./modelBrowser.ts";
import { Books } from "./playBooks.ts";
import { Phone, WHOLE, type Who } from "./playPhone.ts";
import { brokenAtRest } from "./playRest.ts";
import { changeTwoSettings } from "./playSettings.ts";
import type { Give } from "./playSharing.ts";
import { write, writeMeanwhile } from "./playWrites.ts";

type Step = {
  do: string;
  d?: number;
  tab?: number;
  how?: string;
  which?: number;
  steps?: number;
  faults?: string[];
  killed?: boolean | number | null;
  count?: number;
  account?: string;
  unsent?: "keep" | "discard";
};
/**
 * All play one account. The wide ones have two accounts on each phone, entries written before an account, new keys,
 * copies at a coach and a second tab as well. In the busy ones settings are changed before each sync and in its middle, and an
 * entry that has just come is edited there.
 */
export type History = { seed: number; steps: Step[]; wide: boolean; busy: boolean };
type Act = (phone: Phone, step: Step) => Promise<void>;

const PHONES = 3;
const TURNS = 6;
/** A step of the model's is about a third of a request. */
const STEPS_A_REQUEST = 3;

export class Play {
  readonly sky: Sky = { limbo: [], busy: 0 };
  readonly books: Books;
  readonly #isWide: boolean;
  #isBusy: boolean;
  readonly #give: Give;

  constructor(base: string, { seed, wide, busy }: History, give: Give) {
    this.#isWide = wide;
    this.#isBusy = busy;
    this.#give = give;
    const people = ["A", "B"].map((name) => {
      const email = `${name}${seed}-${globalThis.performance.now()}@example.org`;
      return { name, email, id: "", codes: [] };
    });
    this.books = new Books(base, people);
  }

  async begin(): Promise<void> {
    const [a, b] = this.books.people as [Who, Who];
    for (let number = 0; number < PHONES; number += 1) {
      const phone = new Phone(this.books.base, this.sky);
      this.books.phones.push(phone);
      await phone.start();
      await (number === 0 ? phone.signUp(a) : phone.enter(a));
      await phone.connected(() => phone.device.sync());
    }
    if (!this.#isWide) return;
    const elsewhere = new Phone(this.books.base, this.sky);
    await elsewhere.start();
    await elsewhere.signUp(b);
    await elsewhere.connected(() => elsewhere.device.sync());
    await elsewhere.close();
  }

  async close(): Promise<void> {
    for (const phone of this.books.phones) await phone.close();
  }

  async take(step: Step): Promise<void> {
    const phone = this.books.phones[step.d ?? 0] as Phone;
    phone.use();
    await this.#acts[step.do]?.(phone, step);
    if (this.#isWide) await this.#wide[step.do]?.(phone, step);
    await phone.quiet();
  }

  readonly #acts: Record<string, Act> = {
    write: (phone, step) => this.#write(phone, step),
    go: (phone, step) => this.#go(phone, step),
    kill: (phone) => phone.restart(),
    expire: async ({ net }) => net.expire(),
    "sign-in": async (phone) => phone.who && phone.enter(phone.who),
    evict: (phone) => this.#evict(phone),
    full: async ({ disk }, { count = 0 }) => {
      disk.full = count;
    },
    update: (phone) => phone.restart(phone.build + 1),
    backup: async () => void (await this.books.everywhere("backup")),
    restore: async () => {
      const before = await this.books.everywhere("revs");
      await this.books.everywhere("restore");
      await this.books.forgive(before);
    },
    deliver: () => this.deliver(2),
    burst: async (_, { count = 0 }) => {
      this.sky.busy = count;
    },
  };

  readonly #wide: Record<string, Act> = {
    switch: (phone) => this.#enter(phone, this.#other(phone.who)),
    "sign-out": (phone, { unsent }) => this.#signOut(phone, unsent),
    before: async (phone) => {
      await this.#signOut(phone, "keep");
      await this.#write(phone, { do: "write", how: "new" });
    },
    adopt: async (phone, { account, killed }) => {
      const who = this.books.people.find(({ name }) => name === account) as Who;
      if (phone.hasStrayed) phone.meant ??= who;
      const dies = typeof killed === "number" ? killed : null;
      await this.#enter(phone, phone.meant ?? who, dies);
    },
    rotate: async (phone) => {
      if (await rotated(phone)) await this.books.everywhere("backup");
    },
    unlock: async (phone) => {
      if (phone.who && !phone.device.state.unlocked) await phone.reopen(phone.who);
    },
  };

  #other(who: Who | undefined): Who {
    return (who === this.books.people[0] ? this.books.people[1] : this.books.people[0]) as Who;
  }

  async #write(phone: Phone, step: Step): Promise<void> {
    const { how = "new", killed = null } = step;
    if (this.#isWide && how === "share") return this.#share(phone);
    const dies = typeof killed === "number";
    if (dies) phone.disk.lasts = killed;
    const done = await phone.saves(() => write(phone, this.books, how, step.which ?? 0));
    if (dies) await phone.restart();
    if (done?.made !== undefined) await this.books.afterSave(phone, how, done.made);
  }

  async #share(phone: Phone): Promise<void> {
    if (phone.who === undefined || !phone.device.state.unlocked) return;
    const rev = await phone.connected(() => orNothing(this.#give(phone.device)));
    phone.use();
    if (rev !== undefined) this.books.shared.add(rev);
  }

  async #go(phone: Phone, { steps = WHOLE, faults = [], killed, tab }: Step): Promise<void> {
    phone.net.faults = [...faults];
    phone.net.left = steps === WHOLE ? WHOLE : Math.ceil(steps / STEPS_A_REQUEST);
    const tabs = [phone.device];
    if (this.#isWide && tab === 1) tabs.push(await phone.secondTab());
    if (this.#isBusy) await this.#beforeSync(phone);
    await phone.saves(() => Promise.all(tabs.map((one) => one.sync())));
    phone.net.left = 0;
    await phone.net.settled();
    if (killed) await phone.restart();
  }

  /** There is something to send then, so that more can be done in its middle. */
  async #beforeSync(phone: Phone): Promise<void> {
    await phone.saves(() => changeTwoSettings(phone, this.books));
    phone.net.meanwhile = () => writeMeanwhile(phone, this.books);
  }

  async #enter(phone: Phone, who: Who, dies: number | null = null): Promise<void> {
    if (phone.who !== who) await this.#signOut(phone);
    await phone.enter(who, dies);
  }

  /** What the server has is not kept here; if it has lost it since, and nobody else holds it, it is gone. */
  async #signOut(phone: Phone, unsent: "keep" | "discard" = "keep"): Promise<void> {
    if (phone.who === undefined) return;
    const rows = (await phone.held()).flatMap((store) => store.rows);
    await phone.device.signOut(unsent);
    phone.who = undefined;
    const mayGo = rows.filter(
      (row) => unsent === "discard" || (row.seq !== null && row.unsent === 0),
    );
    await this.books.forgive(mayGo.map((row) => row.rev));
    phone.use();
  }

  async #evict(phone: Phone): Promise<void> {
    const before = await phone.revs();
    const { who } = phone;
    await phone.evict();
    await this.books.forgive(before);
    phone.use();
    if (who !== undefined) await phone.enter(who);
  }

  async deliver(most: number): Promise<void> {
    for (const go of this.sky.limbo.splice(0, most)) await go().catch(() => undefined);
  }

  /** Every phone in turn, without faults, until nothing is left to do. */
  async settle(): Promise<string[]> {
    [this.sky.busy, this.#isBusy] = [0, false];
    await this.deliver(WHOLE);
    for (const phone of this.books.phones) await this.#firstVisit(phone);
    let broken = ["never at rest"];
    for (let turn = 1; turn < TURNS && broken.length > 0; turn += 1) {
      for (const phone of this.books.phones) await this.#visit(phone);
      broken = await brokenAtRest(this.books);
    }
    return broken;
  }

  /**
   * The first turn begins anew, signs in where the session turns out to be over, and goes on to whoever else has
   * something waiting there.
   */
  async #firstVisit(phone: Phone): Promise<void> {
    if (this.#isWide) await phone.restart();
    await this.#visit(phone);
    if (phone.device.state.sync === "sign-in-needed") await this.#visit(phone);
    if (this.#isWide) await this.#sendWhatIsLeft(phone);
  }

  async #visit(phone: Phone): Promise<void> {
    phone.disk.full = 0;
    phone.use();
    const who = phone.who ?? phone.meant ?? (this.books.people[0] as Who);
    const { sync, unlocked } = phone.device.state;
    if (phone.hasStrayed) phone.meant ??= who;
    if (phone.who !== who || sync === "sign-in-needed" || phone.meant === who)
      await this.#enter(phone, who);
    else if (!unlocked) await phone.reopen(who);
    await this.#go(phone, { do: "go" });
  }

  /**
   * Rows of the other account that lie here locked, or what was written before signing in and is meant for it:
   * that person comes and sends them.
   */
  async #sendWhatIsLeft(phone: Phone): Promise<void> {
    const here = (await phone.held()).map(({ account }) => account);
    for (const who of this.books.people) {
      const hasSomething = here.includes(who.id) || phone.meant === who;
      if (who === phone.who || !hasSomething) continue;
      await this.#enter(phone, who);
      await this.#go(phone, { do: "go" });
    }
  }
}

/**
 * New keys from this phone, the others away; what fails has simply failed. A backup from before them the app cannot
 * tell from a server that lies, so none is put back.
 */
async function rotated(phone: Phone): Promise<boolean> {
  const { who, device } = phone;
  if (who === undefined) return false;
  const code = await phone.connected(() => orNothing(device.changeKeys(PASSWORD)));
  if (code !== undefined) who.codes.unshift(code);
  return code !== undefined;
}

async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((trouble: unknown) => {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
    return undefined;
  });
}
