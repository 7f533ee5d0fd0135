import { signal } from "@preact/signals";
import { newId } from "../crypto/ids.ts";
import { EntryInProgress, type Kept } from "../entries/inProgress.ts";
import { type Moment, momentOf } from "../entries/words.ts";
import type { Change } from "../feeds/device.ts";
import { tickLinkedHabits } from "../habits/ticks.ts";
import type { Technique } from "../library/catalogue.ts";
import { type Answers, hasWords, lineOf, notesOf } from "./answers.ts";
import { keepOwnWords } from "./kit.ts";

/** What only the draft keeps: when it began, when its time is up, what was written so far. */
export type Run = { began?: number; ends?: number; answers?: Answers };

export type ToolMembers = Moment & {
  technique: string;
  seconds?: number;
  effect?: number;
  before?: number;
  after?: number;
  line?: string;
  feelings?: string[];
  run?: Run;
};

export type ToolStep = "intro" | "doing" | "helped" | "over";

/** The draft of the tool that is being done in the toolkit. */
export const DRAFT = "tool";
const LONGEST_MS = 60 * 60_000;

/** A tool while it is being done: kept as a sealed draft from its beginning, as an entry at its end. */
export class ToolInProgress extends EntryInProgress<ToolMembers> {
  readonly tool: Technique;
  /** The names of the habits that finishing it has ticked. */
  readonly ticked = signal<readonly string[]>([]);
  readonly #ids: string[] = [];

  constructor(draft: string, tool: Technique, members: ToolMembers, kept: Kept = {}) {
    super(draft, "tool", members, kept);
    this.tool = tool;
  }

  static begun(draft: string, tool: Technique, before?: number): ToolInProgress {
    const members = { technique: tool.id, ...momentOf(new Date()) };
    return new ToolInProgress(draft, tool, before === undefined ? members : { ...members, before });
  }

  get step(): ToolStep {
    return (this.kept.value.step as ToolStep | undefined) ?? "intro";
  }

  get run(): Run {
    return this.members.value.run ?? {};
  }

  /** The moment it begins and the moment its time is up are instants: a phone that sleeps changes neither. */
  start(now: number): void {
    const ends = now + this.tool.duration_s * 1000;
    this.change({ ...momentOf(new Date(now)), run: { ...this.run, began: now, ends } });
    this.standAt("doing");
  }

  answer(key: string, text: string): void {
    this.change({ run: { ...this.run, answers: { ...this.run.answers, [key]: text } } });
  }

  /** The end of doing it; how long it took is known from here on. */
  stop(now: number): void {
    const { began = now } = this.run;
    const took = Math.min(LONGEST_MS, Math.max(0, now - began));
    this.change({ seconds: Math.round(took / 1000) });
    this.standAt("helped");
  }

  /** Keeps it as an entry, with how it helped where that was said, and ticks the habits linked to it. */
  async conclude(effect?: number): Promise<void> {
    if (effect !== undefined) this.change({ effect });
    this.kept.value = { ...this.kept.value, step: "over" };
    await this.finish();
    if (this.kept.value.item) await this.#afterwards(); // else it is said, with a way to try again
  }

  async #afterwards(): Promise<void> {
    const { name = "", light = "" } = this.run.answers ?? {};
    try {
      this.ticked.value = await tickLinkedHabits(this.tool.id);
      await keepOwnWords({ name, light_line: light });
      this.saving.value = { at: "saved" };
    } catch (trouble) {
      this.saving.value = { at: "failed", trouble, again: () => void this.#afterwards() };
    }
  }

  /** Leaves it as it is: what was done is kept, what was written or still runs waits, the rest goes. */
  async leave(now: number): Promise<void> {
    if (this.step === "over") return;
    if (this.step === "helped") return this.conclude();
    const { ends = 0, answers } = this.run;
    const waits = this.step === "doing" && (hasWords(answers) || (!this.tool.breath && ends > now));
    if (waits) await this.sealDraft();
    else await this.dropDraft();
  }

  protected override worded(): Record<string, unknown> {
    const { run, ...members } = this.members.value;
    return { ...members, line: lineOf(this.tool.id, run?.answers ?? {}) };
  }

  protected override beside(): Change[] {
    if (this.kept.value.item) return [];
    let used = 0;
    const next = () => {
      this.#ids[used] ??= newId();
      used += 1;
      return this.#ids[used - 1] ?? "";
    };
    return notesOf(this.tool, this.run.answers ?? {}, next);
  }
}
