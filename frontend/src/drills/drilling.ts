import { newId } from "../crypto/ids.ts";
import { EntryInProgress, type Kept, keptDraft } from "../entries/inProgress.ts";
import { type Moment, momentOf } from "../entries/words.ts";
import { keepNote } from "../notes/acts.ts";

export type DrillMembers = Moment & {
  drill: string;
  line?: string;
  seconds?: number;
  /** The note that keeps the line, chosen once: kept twice, it is the same note. */
  note: string;
};

const draftOf = (drill: string) => `drill ${drill}`;

/** A drill while it is done: a sealed draft from the first letter, an entry once the models are seen. */
export class DrillInProgress extends EntryInProgress<DrillMembers> {
  static begun(drill: string): DrillInProgress {
    const members = { drill, note: newId(), ...momentOf(new Date()) };
    return new DrillInProgress(draftOf(drill), "tool", members);
  }

  static from(members: DrillMembers, kept: Kept): DrillInProgress {
    return new DrillInProgress(draftOf(members.drill), "tool", members, kept);
  }

  /** The models are shown: from here on it is done, and kept with the time it took. */
  reveal(now: number): Promise<boolean> {
    const { seconds } = this.members.value;
    this.change({ seconds: seconds ?? Math.max(0, Math.round((now - this.began) / 1000)) });
    return this.keep();
  }

  /** Keeps the line among the person's own. */
  async keepLine(): Promise<void> {
    const { note, line = "", drill } = this.members.value;
    await keepNote(note, "phrase", { text: line.trim(), drill });
  }

  /** Leaves it: what was seen is kept, what was only begun waits. */
  leave(): Promise<unknown> {
    const { line = "" } = this.members.value;
    if (this.kept.value.item) return this.finish();
    return line.trim() ? this.sealDraft() : this.dropDraft();
  }

  protected override worded(): Record<string, unknown> {
    const { note: _, ...members } = this.members.value;
    return members;
  }
}

/** Goes on with what was begun of this drill, or begins it. */
export async function openDrill(drill: string): Promise<DrillInProgress> {
  const found = await keptDraft(draftOf(drill));
  if (!found) return DrillInProgress.begun(drill);
  const { v: _v, t: _t, ...members } = found.words;
  return DrillInProgress.from(members as DrillMembers, found.kept);
}
