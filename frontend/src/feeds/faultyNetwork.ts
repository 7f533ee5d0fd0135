// The way from one browser to a real server, with the faults of a history upon it.
import { JournalTrouble } from "../errors.ts";
import { openJar } from "../http/jar.ts";
import type { Ask, Reply, Send } from "../http/request.ts";

const LONGEST_LIMBO = 6;
const REFUSALS = new Set(["503", "507"]);

/** What the browsers of one history share: requests that are late, and a server that is busy. */
export type Sky = { limbo: (() => Promise<Reply>)[]; busy: number };

export class FaultyNetwork {
  /** For the requests to come, one each; afterwards all go well. */
  faults: string[] = [];
  /** How many requests get through before the connection is gone. */
  left = 0;
  /** What else is done on this phone when a sync has read and is about to send: once. */
  meanwhile: (() => Promise<void>) | undefined;
  #doing: Promise<void> | undefined;
  readonly #jar;
  readonly #sky: Sky;

  constructor(base: string, sky: Sky) {
    this.#jar = openJar(base);
    this.#sky = sky;
  }

  readonly send: Send = async (ask) => {
    if (this.left <= 0) throw new JournalTrouble("offline");
    this.left -= 1;
    if (ask.path.endsWith("/push/")) await this.#doMeanwhile();
    return this.#carry(ask, this.faults.shift() ?? "ok");
  };

  async #doMeanwhile(): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    this.#doing = meanwhile?.() ?? this.#doing;
    await this.#doing;
  }

  /** Resolves when nothing is done meanwhile any more: a sync that nobody waits for may have begun it. */
  async settled(): Promise<void> {
    this.meanwhile = undefined;
    await this.#doing;
    this.#doing = undefined;
  }

  expire(): void {
    this.#jar.forget();
  }

  async #carry(ask: Ask, fault: string): Promise<Reply> {
    if (this.#sky.busy > 0 || REFUSALS.has(fault)) return this.#refuse(fault);
    if (fault === "401") this.expire();
    const go = () => this.#jar.send(ask);
    if (fault === "late") this.#sky.limbo = [...this.#sky.limbo, go].slice(-LONGEST_LIMBO);
    if (fault === "lost" || fault === "late") throw new JournalTrouble("offline");
    return answered(fault, await go(), go);
  }

  #refuse(fault: string): Reply {
    this.#sky.busy = Math.max(0, this.#sky.busy - 1);
    return { status: fault === "507" ? 507 : 503, body: {}, retryAfter: 0 };
  }
}

/** The server has done its part; what of that comes back. */
async function answered(fault: string, answer: Reply, again: () => Promise<Reply>): Promise<Reply> {
  if (fault === "twice") return again();
  if (fault === "answer-lost") throw new JournalTrouble("offline");
  return fault === "garbled" ? { ...answer, body: "<html>" } : answer;
}
