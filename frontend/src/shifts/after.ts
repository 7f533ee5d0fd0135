import { newId } from "../crypto/ids.ts";
import { EntryInProgress, type Kept } from "../entries/inProgress.ts";
import { type Moment, momentOf } from "../entries/words.ts";
import type { Change, OpenItem } from "../feeds/device.ts";
import type { Prompt } from "../library/catalogue.ts";
import type { Day } from "../streaks/day.ts";
import { notesOf } from "../techniques/answers.ts";

export const DRAFT = "after-shift";
export const MOST_GOOD = 3;
/** The flow asks these by itself. */
export const STEPS_OF_ITS_OWN: readonly string[] = ["a-good-three", "a-park-it", "a-shift-over"];
export const GOOD = "a-good-three";
export const PARK = "a-park-it";

export type After = Moment & {
  prompt?: { id: string; answer: string };
  good: string[];
  parked?: string;
  text?: string;
  /** "My shift is over" was said. */
  over?: boolean;
  /** Parking was wanted instead of three good things. */
  parks?: boolean;
  /** The notes that keep what is parked: tried again after a doubt, the same ones. */
  notes: string[];
};

/** The end of a shift: one question, what went okay or what can wait, and that it is over. */
export class AfterInProgress extends EntryInProgress<After> {
  static begun(now: Date): AfterInProgress {
    return AfterInProgress.from({ ...momentOf(now), good: [], notes: [] }, {});
  }

  static from(members: After, kept: Kept): AfterInProgress {
    const whole = { ...members, good: members.good ?? [], notes: members.notes ?? [] };
    return new AfterInProgress(DRAFT, "after-shift", whole, kept);
  }

  say(n: number, line: string): void {
    const good = [...this.members.value.good];
    good[n] = line;
    this.change({ good: Array.from(good, (one) => one ?? "") });
  }

  /** Puts a line among the three, the newest last; one that stands there goes again. */
  toggle(line: string): void {
    const lines = this.members.value.good.filter((one) => one.trim() && one !== line);
    const had = this.members.value.good.includes(line);
    this.change({ good: had ? lines : [...lines, line].slice(-MOST_GOOD) });
  }

  /** Said and done: kept, however little was written. */
  over(): Promise<void> {
    const { notes, parked = "" } = this.members.value;
    const lines = parked.split("\n").length;
    this.change({
      over: true,
      notes: Array.from({ length: lines }, (_, n) => notes[n] ?? newId()),
    });
    return this.finish();
  }

  protected override worded(): Record<string, unknown> {
    const { parks: _p, notes: _n, good, parked, ...members } = this.members.value;
    const kept = good.map((line) => line.trim()).filter(Boolean);
    return { ...members, good: kept, parked: parked?.trim() };
  }

  protected override beside(): Change[] {
    const { parked = "", notes } = this.members.value;
    const left = [...notes];
    const tool = { id: "park-it" } as Parameters<typeof notesOf>[0];
    return notesOf(tool, { things: parked }, () => left.shift() ?? newId());
  }
}

export type Shift = { triggers: string[]; intensity: number | undefined };

/** What this shift held: nobody is asked for cheer after what is not okay. */
export function shiftSoFar(history: readonly Pick<OpenItem, "day" | "words">[], today: Day): Shift {
  const calls = history.filter(({ day, words }) => day === today && words.t === "encounter");
  const triggers = calls.flatMap(({ words }) =>
    Array.isArray(words["trigger"]) ? words["trigger"].map(String) : [],
  );
  const sizes = calls.map(({ words }) => Number(words["intensity"] ?? 0)).filter((n) => n > 0);
  return {
    triggers: [...new Set(triggers)],
    intensity: sizes.length > 0 ? Math.max(...sizes) : undefined,
  };
}

/** Whether the shift was one after which good things may be asked for: as the library words it. */
export function mayAskForGood(
  { triggers, intensity = 1 }: Shift,
  prompt: Pick<Prompt, "exclude_trigger_ids" | "intensity"> | undefined,
): boolean {
  if (!prompt || intensity > prompt.intensity.max) return false;
  return !triggers.some((id) => prompt.exclude_trigger_ids.includes(id));
}
