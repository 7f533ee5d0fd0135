import { plainOf, type Sealed } from "../crypto/ck1/brands.ts";
import { openDraft, sealDraft } from "../crypto/ck1/draft.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { quietly } from "../errors.ts";
import type { Store } from "../storage/store.ts";
import type { DraftWords, Words } from "./words.ts";

/** What is being typed, sealed on the disk. Of several versions asked for at once the last one wins. */
export class Drafts {
  readonly #next = new Map<string, Words | null>();
  readonly #writing = new Map<string, Promise<void>>();
  readonly #store: Store;
  readonly #device: CryptoKey;

  constructor(store: Store, device: CryptoKey) {
    this.#store = store;
    this.#device = device;
  }

  /** Resolves once these words, or later ones, are on the disk; null takes the draft away. */
  put(key: string, words: Words | null): Promise<void> {
    this.#next.set(key, words);
    const writing = this.#writing.get(key) ?? this.#write(key);
    this.#writing.set(key, writing);
    return writing;
  }

  async get(key: string): Promise<Words | undefined> {
    const next = this.#next.get(key);
    if (next !== undefined) return next ?? undefined;
    const token = await this.#store.draft(key);
    if (token === undefined) return undefined;
    try {
      return JSON.parse(await openDraft(token, this.#device)) as Words;
    } catch (trouble) {
      if (trouble instanceof Ck1Trouble) return undefined; // left by a key that is gone
      throw trouble;
    }
  }

  /** Seals a draft that is to lie on the disk together with something else, after those of before. */
  async sealed({ key, words }: DraftWords): Promise<{ key: string; token: Sealed | null }> {
    // Whether it could be written or not: these words come after those.
    await quietly(this.#writing.get(key) ?? Promise.resolve());
    return { key, token: await this.#token(words) };
  }

  /** What was sealed so is on the disk: what the disk did not take before is no longer wanted. */
  laid({ key }: Pick<DraftWords, "key">): void {
    if (!this.#writing.has(key)) this.#next.delete(key);
  }

  async #token(words: Words | null): Promise<Sealed | null> {
    return words === null ? null : sealDraft(plainOf(words), this.#device);
  }

  async #write(key: string): Promise<void> {
    try {
      for (let words = this.#next.get(key); words !== undefined; words = this.#next.get(key)) {
        await this.#store.putDraft(key, await this.#token(words));
        if (this.#next.get(key) === words) this.#next.delete(key);
      }
    } finally {
      this.#writing.delete(key);
    }
  }
}
