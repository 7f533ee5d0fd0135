// Browsers of their own in one process: tabs tell each other what they wrote, and nobody else's tabs hear of it.
const tabs = new Map<unknown, Set<OwnChannel>>();
let here: unknown;

/** Whose tabs the next ones to be opened are. */
export function tabsOf(browser: unknown): void {
  here = browser;
}

class OwnChannel {
  onmessage: ((event: MessageEvent) => void) | null = null;
  readonly #beside: Set<OwnChannel>;

  constructor() {
    this.#beside = tabs.get(here) ?? new Set();
    tabs.set(here, this.#beside.add(this));
  }

  postMessage(data: unknown): void {
    const event = { data: structuredClone(data) } as MessageEvent;
    for (const other of this.#beside) {
      if (other !== this) queueMicrotask(() => other.onmessage?.(event));
    }
  }

  close(): void {
    this.#beside.delete(this);
  }
}

globalThis.BroadcastChannel = OwnChannel as unknown as typeof BroadcastChannel;
