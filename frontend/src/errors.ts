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
