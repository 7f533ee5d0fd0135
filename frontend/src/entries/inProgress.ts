import { type Signal, signal } from "@preact/signals";
import { newId } from "../crypto/ids.ts";
import type { Change, Device, Words } from "../feeds/device.ts";
import { theDevice } from "../shell/device.ts";
import { wordsOf } from "./words.ts";

export type SaveState =
  | { at: "none" | "saving" | "saved" }
  | { at: "failed"; trouble: unknown; again: () => void };

/** What a draft keeps beside the members of its entry: where the person stood, and upon what they write. */
export type Kept = { item?: string; step?: string; upon?: string };

type Write = (device: Device) => Promise<void>;

// A keystroke is sealed at most this long after it; a page that is being hidden does not wait at all.
const DRAFT_AFTER_MS = 200;

/**
 * One entry while it is being written. Every change is kept as a sealed draft; `keep` writes a
 * revision, one after the other, so that back, a crash or a closed sheet loses nothing.
 */
export class EntryInProgress<Members extends Record<string, unknown>> {
  readonly members: Signal<Members>;
  readonly saving = signal<SaveState>({ at: "none" });
  readonly kept: Signal<Kept>;
  /** When this sitting began, on the page's clock. */
  readonly began = Date.now();
  /** Chosen once: what is tried again after a doubt is the same entry, never a second one. */
  readonly #item = newId();
  readonly #key: string;
  readonly #sort: string;
  #begun: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writes: Promise<unknown> = Promise.resolve();
  /** A revision the disk did not take: until it has, nothing that goes well in between is called saved. */
  #owed: Write | undefined;

  constructor(key: string, sort: string, members: Members, kept: Kept = {}) {
    this.#key = key;
    this.#sort = sort;
    this.members = signal(members);
    this.kept = signal(kept);
    this.#begun = kept.step !== undefined;
    if (kept.item) this.saving.value = { at: "saved" };
  }

  change(part: Partial<Members>): void {
    this.members.value = { ...this.members.value, ...part };
    this.#begun = true;
    this.#timer ??= setTimeout(() => void this.sealDraft(), DRAFT_AFTER_MS);
  }

  /** Where the person stands; before anything is answered there is nothing to come back to. */
  standAt(step: string): void {
    this.kept.value = { ...this.kept.value, step };
    if (!this.#begun) return;
    this.#timer ??= setTimeout(() => void this.sealDraft(), DRAFT_AFTER_MS);
  }

  /** For a page that is being hidden: seals at once what was typed since the last time. */
  hurry(): void {
    if (this.#timer !== undefined) void this.sealDraft();
  }

  /** Seals what is on the screen now, as a draft. */
  sealDraft(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const words: Words = { v: 1, t: this.#sort, ...this.members.value, kept: this.kept.value };
    return this.#write((device) => device.saveDraft(this.#key, words), false);
  }

  /** Writes a revision of the entry: the first makes the item, the next ones follow it. What came since stays. */
  keep(): Promise<boolean> {
    return this.#write(async (device) => {
      const { item = this.#item, step, upon } = this.kept.value;
      const words = wordsOf(this.#sort, this.worded());
      const rev = newId();
      const kept = { item, upon: rev, ...(step ? { step } : {}) };
      const follows = upon === undefined ? {} : { upon };
      const change = { item, rev, ...follows, kind: "entry", words, ...this.filed(words) };
      // With its draft, so that whoever comes back in the next moment goes on with this entry.
      const draft = { key: this.#key, words: { ...words, kept } };
      const laid = () => this.#laid(kept);
      await device.saveAll([change, ...this.beside()], { draft, laid });
    }, true);
  }

  /** Said as soon as the disk has it, before the screens behind are drawn anew. */
  #laid(kept: Kept): void {
    this.kept.value = kept;
    this.#owed = undefined;
    this.saving.value = { at: "saved" };
  }

  /** What of the members goes into the entry; a draft keeps all of them. */
  protected worded(): Record<string, unknown> {
    return this.members.value;
  }

  /** The day it belongs to, where that is not the day of writing. */
  protected filed(_words: Words): Pick<Change, "day"> {
    return {};
  }

  /** What is written together with the entry, or not at all. */
  protected beside(): Change[] {
    return [];
  }

  /** Writes several new items at once, all or none, instead of an entry of its own. */
  async keepAll(changes: readonly Change[]): Promise<boolean> {
    const draft = { key: this.#key, words: null };
    const write: Write = async (device) => void (await device.saveAll(changes, { draft }));
    const kept = await this.#write(write, true);
    if (kept) await this.dropDraft(); // a keystroke may have sealed one since
    return kept;
  }

  /** The last revision; once it is on the disk, the draft has done its work. */
  async finish(): Promise<void> {
    if (await this.keep()) await this.dropDraft();
  }

  dropDraft(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#write((device) => device.dropDraft(this.#key), false);
  }

  /** Waits for the write before; answers whether this one is on the disk. */
  #write(act: Write, shown: boolean): Promise<boolean> {
    if (shown) this.saving.value = { at: "saving" };
    const write = this.#writes.then(() => this.#carryOut(act, shown));
    this.#writes = write;
    return write;
  }

  async #carryOut(act: Write, shown: boolean): Promise<boolean> {
    try {
      await act(await theDevice());
    } catch (trouble) {
      if (shown) this.#owed = act;
      this.saving.value = { at: "failed", trouble, again: () => this.#again(act) };
      return false;
    }
    if (shown) this.#owed = undefined;
    if (this.#owed === undefined) this.saving.value = this.#savedOr(shown);
    return true;
  }

  /** What is owed comes first: a draft alone would not be the entry. */
  #again(act: Write): void {
    void this.#write(this.#owed ?? act, this.#owed !== undefined);
  }

  #savedOr(shown: boolean): SaveState {
    if (shown) return { at: "saved" };
    const { at } = this.saving.value;
    if (at !== "failed") return this.saving.value;
    return { at: this.kept.value.item ? "saved" : "none" };
  }
}

/** What a draft held: its members and where the person stood, or nothing. */
export async function keptDraft(key: string): Promise<{ words: Words; kept: Kept } | undefined> {
  const words = await (await theDevice()).draft(key);
  if (!words) return undefined;
  const { kept, ...members } = words;
  return { words: members as Words, kept: (kept as Kept | undefined) ?? {} };
}
