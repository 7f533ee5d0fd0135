/**
 * Histories of faults, played by the app itself against a real server: `node playHistories.ts BASE FILE`. The file
 * holds `[{seed, steps}]`; one line of JSON is printed for each: its seed, and what broke, if anything did.
 */
import { readFile } from "node:fs/promises";
import { IDBFactory } from "fake-indexeddb";
import { askOperator } from "../http/jar.ts";
import type { Device } from "./device.ts";
import { FaultyNetwork, type Sky } from "./faultyNetwork.ts";
import { type Browser, closeAll, open, PASSWORD, storeOf, WORDS } from "./modelBrowser.ts";
import { ModelServer } from "./modelServer.ts";

type Step = {
  do: string;
  d?: number;
  how?: string;
  which?: number;
  steps?: number;
  faults?: string[];
  killed?: boolean | number | null;
  count?: number;
};
type History = { seed: number; steps: Step[] };
type Phone = { at: Browser; net: FaultyNetwork; device: Device; build: number };

const PHONES = 3;
const WHOLE = 1000;
const TURNS = 4;
const CLOCK = new ModelServer();

class Play {
  readonly base: string;
  readonly email: string;
  readonly sky: Sky = { limbo: [], busy: 0 };
  readonly phones: Phone[] = [];
  readonly saved = new Set<string>();
  readonly gone = new Set<string>();
  readonly refused = new Set<string>();
  account = "";
  code = "";

  constructor(base: string, seed: number) {
    this.base = base;
    this.email = `${seed}-${globalThis.performance.now()}@example.org`;
    CLOCK.now = Date.now();
  }

  async begin(): Promise<void> {
    for (let number = 0; number < PHONES; number += 1) this.phones.push(await this.#phone());
    this.account = this.phones[0]?.device.state.account?.id ?? "";
  }

  async #phone(): Promise<Phone> {
    const net = new FaultyNetwork(this.base, this.sky);
    const at = { disk: new IDBFactory(), send: net.send, parts: { now: Date.now, build: "1" } };
    net.left = WHOLE;
    const device = await open(CLOCK, at);
    await this.#enter(device);
    await device.sync();
    net.left = 0;
    return { at, net, device, build: 1 };
  }

  async #enter(device: Device): Promise<void> {
    if (this.code === "") {
      this.code = (await device.signUp(this.email, PASSWORD)).recoveryCode;
      return;
    }
    const { next } = await device.signIn(this.email, PASSWORD);
    if (next === "code-needed") await device.unlock(this.code);
  }

  async take(step: Step): Promise<void> {
    const phone = this.phones[step.d ?? 0] as Phone;
    globalThis.indexedDB = phone.at.disk;
    await this.#acts[step.do]?.(phone, step);
  }

  /** What a history does beyond this (two accounts, new keys, a full disk) the model plays. */
  readonly #acts: Record<string, (phone: Phone, step: Step) => Promise<void>> = {
    write: (phone, step) => this.#write(phone, step),
    go: (phone, step) => this.#go(phone, step),
    kill: (phone) => this.#restart(phone),
    expire: async ({ net }) => net.expire(),
    "sign-in": (phone) => this.#signIn(phone),
    evict: (phone) => this.#evict(phone),
    update: (phone) => this.#restart(phone, phone.build + 1),
    backup: async () => void (await askOperator(this.base, "backup", this.account)),
    restore: () => this.#restore(),
    deliver: () => this.deliver(2),
    burst: async (_, { count = 0 }) => {
      this.sky.busy = count;
    },
  };

  async #write({ device }: Phone, { how = "new", which = 0 }: Step): Promise<void> {
    const items = device.items("entry");
    const item = items[which % Math.max(1, items.length)]?.item;
    if (item !== undefined && (how === "keep-day" || how === "forget")) {
      return device.remove(item, how);
    }
    const words = { ...WORDS, text: `${how} ${this.saved.size}` };
    const { rev } = await device.save({ kind: kindFor(how), words, ...placeFor(how, item) });
    (how.startsWith("poison") ? this.refused : this.saved).add(rev);
  }

  async #go(phone: Phone, { steps = WHOLE, faults = [], killed }: Step): Promise<void> {
    phone.net.faults = [...faults];
    phone.net.left = steps === WHOLE ? WHOLE : Math.ceil(steps / 3);
    await phone.device.sync();
    phone.net.left = 0;
    if (killed) await this.#restart(phone);
  }

  async #restart(phone: Phone, build = phone.build): Promise<void> {
    await phone.device.close();
    phone.build = build;
    phone.at.parts = { ...phone.at.parts, build: `${build}` };
    phone.device = await open(CLOCK, phone.at);
  }

  /** A person signs in until it works. */
  async #signIn({ device, net }: Phone): Promise<void> {
    net.left = WHOLE;
    net.faults = [];
    this.sky.busy = 0;
    await this.#enter(device);
    net.left = 0;
  }

  async #evict(phone: Phone): Promise<void> {
    const rows = await this.#revsOn(phone);
    await phone.device.close();
    phone.at.disk = new IDBFactory();
    phone.net.expire();
    this.#forgive(rows, await this.#held());
    this.sky.busy = 0;
    phone.device = await open(CLOCK, phone.at);
    await this.#signIn(phone);
  }

  async #restore(): Promise<void> {
    const before = await askOperator(this.base, "revs", this.account);
    await askOperator(this.base, "restore", this.account);
    this.#forgive(before, await this.#held());
  }

  #forgive(revs: readonly string[], held: ReadonlySet<string>): void {
    for (const rev of revs) if (!held.has(rev)) this.gone.add(rev);
  }

  async #held(): Promise<Set<string>> {
    const there = await askOperator(this.base, "revs", this.account);
    const here = [];
    for (const phone of this.phones) here.push(...(await this.#revsOn(phone)));
    return new Set([...there, ...here]);
  }

  async #revsOn({ at }: Phone): Promise<string[]> {
    return (await (await storeOf(at)).all()).map((row) => row.rev);
  }

  async deliver(most: number): Promise<void> {
    for (const go of this.sky.limbo.splice(0, most)) await go().catch(() => undefined);
  }

  async settle(): Promise<void> {
    this.sky.busy = 0;
    await this.deliver(WHOLE);
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const phone of this.phones) await this.#visit(phone);
      if (turn > 0 && (await this.broken()).length === 0) return;
    }
  }

  async #visit(phone: Phone): Promise<void> {
    globalThis.indexedDB = phone.at.disk;
    if (phone.device.state.sync === "sign-in-needed") await this.#signIn(phone);
    await this.#go(phone, { do: "go" });
  }

  /** What does not hold at rest; nothing, if all does. */
  async broken(): Promise<string[]> {
    const there = new Set(await askOperator(this.base, "revs", this.account));
    const lost = [...this.saved].filter((rev) => !there.has(rev) && !this.gone.has(rev));
    const found = lost.length > 0 ? [`${lost.length} revisions are lost`] : [];
    const pictures = new Set<string>();
    for (const phone of this.phones) {
      const rows = (await (await storeOf(phone.at)).all()).filter((row) => row.seq !== null);
      const shown = rows.map(({ rev, body, day, seq }) => [rev, body, day ?? null, seq]);
      pictures.add(JSON.stringify(shown.sort()));
      if (rows.length !== there.size) found.push("a device holds another set than the server");
      found.push(...this.#unsettled(phone.device));
    }
    return pictures.size > 1 ? [...found, "the devices differ"] : found;
  }

  #unsettled({ state }: Device): string[] {
    const found = [];
    const waits = state.unsent - state.attention.length;
    if (state.sync !== "idle") found.push(`a sync ends as ${state.sync}`);
    if (waits > 0) found.push("something waits in vain");
    if (state.attention.some((note) => !this.refused.has(note.rev)))
      found.push("something sound is held");
    if (state.alarms.length > 0) found.push(`an alarm: ${state.alarms[0]?.code}`);
    return found;
  }
}

/** A tick without the habit it belongs to is what the server refuses. */
function kindFor(how: string): string {
  if (how.startsWith("poison")) return "tick";
  return how === "unknown" ? "of-tomorrow" : "entry";
}

function placeFor(how: string, item: string | undefined): { item?: string; join?: true } {
  if (item === undefined || (how !== "edit" && how !== "join")) return {};
  return how === "join" ? { item, join: true } : { item };
}

async function played(base: string, { seed, steps }: History): Promise<string[]> {
  const play = new Play(base, seed);
  await play.begin();
  for (const step of steps) await play.take(step);
  await play.settle();
  const broken = await play.broken();
  await closeAll();
  return broken;
}

const [base = "", file = ""] = process.argv.slice(2);
for (const history of JSON.parse(await readFile(file, "utf8")) as History[]) {
  const broken = await played(base, history).catch((trouble: Error) => [`${trouble.stack}`]);
  process.stdout.write(`${JSON.stringify({ seed: history.seed, broken })}\n`);
}
process.exit(0);
