/** What went wrong, by a stable `code`; the sentence for it stands in the catalogue of the screens. */
export class JournalTrouble extends Error {
  override readonly name: string = "JournalTrouble";
  readonly code: string;
  /** Seconds to wait, where the server named them. */
  readonly retryAfter: number | undefined;

  constructor(code: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** The disk refused: code `quota` (full) or `storage-broken`. What was typed is still on the screen. */
export class StorageTrouble extends JournalTrouble {
  override readonly name: string = "StorageTrouble";
}

/** For work nobody waits for: no connection, or no disk, and it is done the next time. */
export async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (trouble) {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
  }
}

/** For code that is fetched when it is needed: where it cannot be had, there is no connection. */
export function lazily<T>(loading: Promise<T>): Promise<T> {
  return loading.catch((cause: unknown) => {
    throw new JournalTrouble("offline", { cause });
  });
}
