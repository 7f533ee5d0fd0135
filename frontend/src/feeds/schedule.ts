import { JournalTrouble } from "../errors.ts";
import type { SyncState } from "./state.ts";
import type { Outcome } from "./sync.ts";

const SHORTEST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/** One sync at a time, again when asked meanwhile, and by itself after a failure, with full jitter. */
export class Schedule {
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  #isStopped = false;
  #failures = 0;
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #run: () => Promise<Outcome>;
  readonly #tell: (state: SyncState) => void;
  readonly #random: () => number;

  constructor(
    run: () => Promise<Outcome>,
    tell: (state: SyncState) => void,
    random: () => number = Math.random,
  ) {
    this.#run = run;
    this.#tell = tell;
    this.#random = random;
  }

  /** Syncs now, unless the server asked to be left alone for a while; resolves when that is over. */
  ask(): Promise<void> {
    if (this.#isStopped || Date.now() < this.#notBefore) return Promise.resolve();
    if (this.#running !== undefined) this.#isAskedAgain = true;
    this.#running ??= this.#loop().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Ends for good; resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #loop(): Promise<void> {
    clearTimeout(this.#timer);
    let outcome: Outcome;
    do {
      this.#isAskedAgain = false;
      this.#tell("working");
      outcome = await this.#attempt();
    } while (this.#isAskedAgain && !outcome.retry && !this.#isStopped);
    this.#failures = outcome.retry ? this.#failures + 1 : 0;
    this.#tell(outcome.state);
    if (outcome.retry && !this.#isStopped) this.#later(outcome.retryAfter ?? 0);
  }

  /** A disk that fails meanwhile is tried again; so is what nobody foresaw, and the console shows it. */
  async #attempt(): Promise<Outcome> {
    try {
      return await this.#run();
    } catch (trouble) {
      if (!(trouble instanceof JournalTrouble)) globalThis.reportError?.(trouble);
      return { state: "waiting", retry: true };
    }
  }

  #later(seconds: number): void {
    const asked = seconds * 1000 * (1 + this.#random() / 4);
    const most = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** this.#failures);
    const jittered = SHORTEST_MS + this.#random() * (most - SHORTEST_MS);
    this.#notBefore = asked === 0 ? 0 : Date.now() + asked;
    this.#timer = setTimeout(() => void this.ask(), Math.max(asked, jittered));
  }
}
