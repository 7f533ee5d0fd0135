import { type Signal, signal } from "@preact/signals";
import type { OpenItem } from "../feeds/device.ts";
import { theDevice } from "../shell/device.ts";
import { type Fact, factIn, minuteOf, wordsOfFact } from "./facts.ts";

/** A fact note while it is written: each keystroke is sealed as a draft, so nothing typed is lost. */
export class FactDraft {
  readonly fact: Signal<Fact>;
  readonly #key: string;
  readonly #item: string | undefined;
  #upon: string | undefined;
  #typed = false;

  constructor(note: OpenItem | undefined, now: Date) {
    const fresh: Fact = { on: minuteOf(now), channel: "", said: "", witnesses: "" };
    this.fact = signal(note ? factIn(note.words) : fresh);
    this.#item = note?.item;
    this.#upon = note?.rev;
    this.#key = `fact:${note?.item ?? "new"}`;
  }

  /** Goes on where a draft was left; one that cannot be read leaves the fields as they are. */
  async resume(): Promise<void> {
    const draft = await (await theDevice()).draft(this.#key);
    if (!draft || this.#typed) return;
    this.fact.value = factIn(draft);
    if (typeof draft["upon"] === "string") this.#upon = draft["upon"];
  }

  /** Of several asked for at once the device seals the last; a failure shows when the note is kept. */
  change(part: Partial<Fact>): void {
    this.#typed = true;
    this.fact.value = { ...this.fact.value, ...part };
    theDevice()
      .then((device) => {
        const upon = this.#upon && { upon: this.#upon };
        return device.saveDraft(this.#key, { ...wordsOfFact(this.fact.value), ...upon });
      })
      .catch(() => undefined); // still on the screen
  }

  /** Resolves once the note is on the disk; the draft has then done its work. */
  async keep(): Promise<void> {
    const device = await theDevice();
    const words = wordsOfFact(this.fact.value);
    const [item, upon] = [this.#item, this.#upon];
    await device.save({
      ...{ kind: "note", words },
      ...(item ? { item } : {}),
      ...(upon ? { upon } : {}),
    });
    await device.dropDraft(this.#key);
  }
}
