import { afterEach, beforeEach, expect, test } from "vitest";
import { JournalTrouble } from "../errors.ts";
import type { Device } from "../feeds/device.ts";
import { FaultyDisk } from "../feeds/faultyDisk.ts";
import { type Browser, browserOf, closeAll, open, PASSWORD } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";
import type { Send } from "../http/request.ts";
import { ModelBetween } from "./modelBetween.ts";

/** Far more rows and requests than any of these takes. */
const FAR = 40;
/** Dozens of phones are opened in each. */
const LONG = { timeout: 120_000 };
const WORDS = { v: 1, t: "encounter", text: "He shouted.", backup: false } as const;

/** A phone that dies after so many rows, or with so many requests; then it is opened anew on what lies there. */
class MortalPhone {
  readonly disk = new FaultyDisk();
  readonly at: Browser;
  readonly #server: ModelServer;
  device!: Device;
  /** With which request it dies, and whether that one loses only its answer. */
  requests = FAR;
  losesAnswer = false;
  /** How many requests more it would have had. */
  spared = 0;

  constructor(server: ModelServer, send: Send) {
    this.#server = server;
    this.at = { ...browserOf(server), send: (ask) => this.#through(() => send(ask)) };
  }

  async #through<T>(go: () => Promise<T>): Promise<T> {
    this.requests -= 1;
    const isDead = this.requests < 0 || (this.requests === 0 && !this.losesAnswer);
    const said = isDead ? undefined : await go();
    if (said === undefined || this.requests === 0) throw new JournalTrouble("offline");
    return said;
  }

  async open(): Promise<void> {
    this.disk.revive();
    Object.assign(this, { spared: this.requests, requests: Number.POSITIVE_INFINITY });
    this.device = await open(this.#server, this.at);
  }

  /** Whether the work came to its end; the phone is started anew in any case, and syncs. */
  async survives(work: () => Promise<unknown>): Promise<boolean> {
    const isDone = await this.disk.during(this.at.disk, work).then(
      () => true,
      (trouble: unknown) => {
        if (!(trouble instanceof JournalTrouble)) throw trouble;
        return false;
      },
    );
    await this.device.close();
    await this.open();
    await this.device.sync();
    return isDone;
  }
}

let between: ModelBetween;
let ana: MortalPhone;
let sam: Device;

beforeEach(async () => {
  const server = new ModelServer();
  between = new ModelBetween(server);
  ana = new MortalPhone(server, between.send());
  await ana.open();
  await ana.device.signUp("ana@example.org", PASSWORD);
  sam = await open(server, { ...browserOf(server), send: between.send() });
  await sam.signUp("sam@example.org", PASSWORD);
  const { text } = await (await sam.sharing()).invite("qr");
  const sharing = await ana.device.sharing();
  await sharing.pair(await sharing.look(text, "qr"), "Sam");
  for (const one of await (await sam.sharing()).answered())
    await (await sam.sharing()).welcome(one, "Ana");
  await ana.device.sync();
});
afterEach(closeAll);

async function share(): Promise<string> {
  const notice = { version: "1", lang: "en", lines: ["Only this copy."] };
  const wish = { to: sam.state.account?.id ?? "", of: null, words: WORDS, days: 30 };
  return (await ana.device.sharing()).share({ ...wish, purpose: "be-heard", notice });
}

/** The copies of this phone; each of them, and nothing else, can be read by Sam. */
async function copiesAtRest(): Promise<string[]> {
  const shown = ana.device.items("copy").map(({ item }) => item);
  expect([...between.copies.keys()].sort()).toEqual(shown.toSorted());
  const reader = await sam.sharing();
  const { letters } = await reader.inbox();
  expect(letters.map(({ item }) => item).sort()).toEqual(shown.toSorted());
  for (const letter of letters) expect(await reader.read(letter)).toEqual(WORDS);
  for (const item of shown) expect(between.consents.get(item)).toMatch(/^ey/);
  expect([ana.device.state.alarms, ana.device.state.unsent]).toEqual([[], 0]);
  return shown;
}

test(
  "a phone that dies after any row of sharing has shared all of it, or nothing",
  LONG,
  async () => {
    let before: string[] = [];
    for (let rows = 0; rows < FAR; rows += 1) {
      ana.disk.lasts = rows;
      const isDone = await ana.survives(share);
      const now = await copiesAtRest();
      if (isDone) expect(now.length).toBe(before.length + 1);
      else expect(now.length - before.length).toBeLessThanOrEqual(1);
      if (isDone) return expect(rows).toBeGreaterThan(1);
      before = now;
    }
    expect.unreachable("sharing never came to its end");
  },
);

test("a phone that dies after any row of taking back has taken it back, or not", LONG, async () => {
  const copy = await share();
  await ana.device.sync();
  for (let rows = 0; rows < FAR; rows += 1) {
    ana.disk.lasts = rows;
    const isDone = await ana.survives(() => ana.device.remove(copy, "forget"));
    const now = await copiesAtRest();
    if (isDone) expect(now).toEqual([]);
    if (now.length === 0) return expect(rows).toBeGreaterThan(0);
  }
  expect.unreachable("it was never taken back");
});

/** The phone dies with each request of a sync in turn, before it is heard or before its answer; how often. */
async function cutOffAnywhere(begin: () => Promise<unknown>, left: number): Promise<number> {
  const heard = await cutOff({ losesAnswer: true }, begin, left);
  return heard + (await cutOff({ losesAnswer: false }, begin, left));
}

async function cutOff(how: object, begin: () => Promise<unknown>, left: number): Promise<number> {
  for (let requests = 1; requests < FAR; requests += 1) {
    await begin();
    Object.assign(ana, { ...how, requests });
    await ana.survives(() => ana.device.sync());
    const now = await copiesAtRest();
    expect(now).toHaveLength(left);
    for (const copy of now) await ana.device.remove(copy, "forget");
    await ana.device.sync();
    if (ana.spared > 0) return requests;
  }
  return expect.unreachable("a sync never came to its end");
}

test(
  "a phone that dies with any request of sending a copy has it sent in the end",
  LONG,
  async () => {
    expect(await cutOffAnywhere(share, 1)).toBeGreaterThan(5);
  },
);

test(
  "a phone that dies with any request of taking a copy back has taken it back in the end",
  LONG,
  async () => {
    const begin = async () => {
      const copy = await share();
      await ana.device.sync();
      await ana.device.remove(copy, "forget");
    };
    expect(await cutOffAnywhere(begin, 0)).toBeGreaterThan(5);
  },
);

test(
  "what was taken back before it was ever sent is sent by no phone that dies in between",
  LONG,
  async () => {
    const begin = async () => {
      ana.requests = 0;
      await ana.device.remove(await share(), "forget");
    };
    expect(await cutOffAnywhere(begin, 0)).toBeGreaterThan(2);
    expect(between.consents.size).toBe(0);
  },
);
