// What becomes of a browser's disk in a history: full for a while, or gone in the middle of a save.
import "fake-indexeddb/auto";

const { put } = IDBObjectStore.prototype;
const NO_ROOM = new DOMException("no room", "QuotaExceededError");
const NEVER = Number.POSITIVE_INFINITY;

/** One browser's disk. Only the stores named here fail; which they are is read when something is to go wrong. */
export class FaultyDisk {
  /** Transactions for which there is no room. */
  full = 0;
  /** After so many rows more the process is gone, and nothing reaches the disk any more. */
  lasts = NEVER;
  readonly #stores = new Set<string>();
  readonly #refused = new WeakSet<IDBTransaction>();

  /** Lets the disk be as it is while the work lasts. */
  async during<T>(disk: IDBFactory, work: () => Promise<T>): Promise<T> {
    for (const { name = "" } of await disk.databases()) {
      if (name !== "aftershift") this.#stores.add(name);
    }
    current = this;
    try {
      return await work();
    } finally {
      current = undefined;
    }
  }

  /** Another process, on the disk as it lies. */
  revive(): void {
    this.lasts = NEVER;
  }

  /** Whether this row does not reach the disk; what came before it in its transaction is undone then. */
  fails({ transaction }: IDBObjectStore): boolean {
    if (!this.#stores.has(transaction.db.name)) return false;
    if (this.#refused.has(transaction)) return true;
    this.lasts -= 1;
    if (this.lasts >= 0 && this.full === 0) return false;
    if (this.full > 0) {
      this.full -= 1;
      Object.defineProperty(transaction, "error", { value: NO_ROOM });
    }
    this.#refused.add(transaction);
    return true;
  }
}

let current: FaultyDisk | undefined;

IDBObjectStore.prototype.put = function (...asked) {
  const request = put.apply(this, asked);
  if (current?.fails(this)) this.transaction.abort();
  return request;
};
