import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { readAsset } from "../http/asset.ts";
import { FALLBACK, type Language } from "../language/languages.ts";
import { speech } from "../language/speech.ts";

export type Trigger = {
  id: string;
  group: string;
  label: string;
  description: string;
  safety: "not-okay" | "get-help" | null;
  first_offer?: readonly string[];
};
export type Labelled = { id: string; label: string };
export type Feeling = Labelled & { quadrant: string };
export type Phase = "before-shift" | "right-after" | "after-shift" | "weekly-review";
export type BreathPattern = {
  in_s: number;
  hold_s: number;
  sip_s?: number;
  out_s: number;
  hold_out_s: number;
  cycles: number;
};
export type ToolKind = "breath" | "body" | "mind" | "social" | "break";
/** Something to do for relief, the library's or (custom-) the person's own. */
export type Technique = Labelled & {
  kind: ToolKind;
  duration_s: number;
  steps: readonly string[];
  intensity: { min: number; max: number };
  phases: readonly Phase[];
  breath?: BreathPattern;
  take_care?: string;
};
/** What can be tapped as an answer, and the tool it opens. */
export type Choice = Labelled & { technique_id?: string };
/** A question to write to, or to answer with a tap. */
export type Prompt = {
  id: string;
  phase: Phase;
  text: string;
  trigger_ids: readonly string[];
  exclude_trigger_ids: readonly string[];
  intensity: { min: number; max: number };
  technique_id: string;
  answer: "none" | "tap" | "choice" | "one-line" | "few-lines";
  ends_forward: boolean;
  choices?: readonly Choice[];
  choices_from?: "feelings" | "triggers" | "techniques";
};
export type Question = { id: string; text: string; answer: "scale-1-5" | "one-line" | "choice" };
/** A goal to start from; every text of it may be changed. */
export type GoalTemplate = Labelled & {
  wish: string;
  outcome_question: string;
  obstacles: readonly string[];
  if_then_plans: readonly string[];
  habit: {
    label: string;
    target: { type: "work-days" } | { type: "times-per-week"; n: number };
    technique_id: string | null;
  };
  check_in: readonly Question[];
  review_after_days: number;
};
/** A line a coach may begin from; `when` is a trigger, a class of triggers, `backup` or `any`. */
export type KindReply = { id: string; when: string; text: string };
/** What somebody might share, with an answer that shuts the door and one that leaves it open. */
export type Practice = {
  id: string;
  they_say: string;
  trap: string;
  trap_why: string;
  model: string;
  why: string;
};
/** What is shown before something is shared; it says itself in which language. */
export type SharingNotice = { version: string; lang: string; lines: readonly string[] };
type SharingFile = {
  notice: SharingNotice;
  purposes: readonly Labelled[];
  promise: readonly string[];
  lead_note: string;
  kind_replies: readonly KindReply[];
  reply_avoid: readonly string[];
  practice: readonly Practice[];
};
/** A hard line to answer: what they say, what cannot be done, and two ways to say what can. */
export type Drill = {
  id: string;
  level: 1 | 2 | 3;
  they_say: string;
  you_cannot: string;
  trap: string;
  models: readonly string[];
  move: string;
  tags: readonly string[];
  trigger_ids: readonly string[];
  note?: string;
  /** What it is about, for who would rather not open it. */
  content_note?: string;
};
type TriggerFile = {
  intensity: { value: number; label: string }[];
  groups: Labelled[];
  triggers: Trigger[];
  bright_spots: (Labelled & { example: string })[];
};
type FeelingFile = { quadrants: Labelled[]; emotions: Feeling[] };

// The same data the server's library addresses give, built into the app as hashed files.
const FILES = import.meta.glob<string>(
  [
    "../../../journal/library/data/*/*.json",
    // The help page and the catalogue say these.
    "!../../../journal/library/data/*/copy.json",
    "!../../../journal/library/data/*/helplines.json",
    "!../../../journal/library/data/*/sources.json",
  ],
  { query: "?url", import: "default", eager: true },
);

type Loaded<File> = {
  read: ReadonlySignal<File | null>;
  missing: ReadonlySignal<boolean>;
  load: () => void;
};

const addressIn = (language: Language, name: string) =>
  FILES[`../../../journal/library/data/${language}/${name}.json`];

/**
 * One file of the library in the language spoken: asked for once, read as a signal, asked for again
 * after it was missing. Another language takes its place when it has come.
 */
function loaded<File>(name: string): Loaded<File> {
  const file = signal<File | null>(null);
  const trouble = signal(false);
  let asked: Language | undefined;
  const ask = (language: Language) => {
    if (asked === language) return;
    asked = language;
    // Where nobody has translated the file yet, the English one is read.
    readAsset<File>(addressIn(language, name) ?? addressIn(FALLBACK, name) ?? "")
      .then((content) => {
        if (asked !== language) return; // meanwhile another was asked for
        file.value = content;
        trouble.value = false;
      })
      .catch(() => {
        if (asked !== language) return;
        asked = undefined;
        trouble.value = file.peek() === null;
      });
  };
  effect(() => {
    const { language } = speech.value;
    if (asked !== undefined || file.peek() !== null) ask(language);
  });
  return {
    read: computed(() => file.value),
    missing: computed(() => trouble.value),
    load: () => ask(speech.peek().language),
  };
}

export const triggerFile = loaded<TriggerFile>("triggers");
export const feelingFile = loaded<FeelingFile>("feelings");

export const techniqueFile = loaded<{ techniques: Technique[] }>("techniques");
export const promptFile = loaded<{ prompts: Prompt[] }>("prompts");
export const drillFile = loaded<{ drills: Drill[] }>("phrase_gym");
export const goalFile = loaded<{ goals: GoalTemplate[] }>("goals");
export const sharingFile = loaded<SharingFile>("sharing");

/** Asks for what the screens of entries name. */
export function loadLibrary(): void {
  triggerFile.load();
  feelingFile.load();
}

const byId = <T extends { id: string }>(list: readonly T[] | undefined) =>
  new Map((list ?? []).map((one) => [one.id, one]));

export const triggersById = computed(() => byId(triggerFile.read.value?.triggers));
export const feelingsById = computed(() => byId(feelingFile.read.value?.emotions));
export const techniquesById = computed(() => byId(techniqueFile.read.value?.techniques));
export const brightSpotsById = computed(() => byId(triggerFile.read.value?.bright_spots));

/** How big, in words: "It shook me". */
export function intensityLabel(value: number): string {
  return triggerFile.read.value?.intensity.find((one) => one.value === value)?.label ?? "";
}
