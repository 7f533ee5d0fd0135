import { type HelpReason, helpReason } from "../safety/help.ts";
import { entries } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { EntryInProgress, type Kept } from "./inProgress.ts";
import { triggerOf } from "./triggers.ts";
import { type Encounter, momentOf } from "./words.ts";

export type Step =
  | "breath"
  | "trigger"
  | "big"
  | "settle"
  | "feeling"
  | "again"
  | "line"
  | "offer"
  | "now"
  | "close"
  | "end"
  | "minute";
export type Call = Partial<Encounter> & { trigger: string[]; feelings: string[] };
/** What decides the steps: how big, what set it off, and whether that keeps coming back. */
export type Course = Pick<Call, "intensity" | "trigger"> & { again?: boolean };

export const DRAFT = "rough-call";
/** Naming a small thing can make it bigger, so feelings are asked for from here up. */
export const FEELING_FROM = 3;
/** From here up the body settles before any word is asked for. */
export const SETTLE_FROM = 4;
/** At the worst the tool that settles is the only thing offered. */
const WORST = 5;

/** The steps of a call, in order; the minute comes only for who wants one more. */
export function stepsFor({ intensity = FEELING_FROM, trigger, again = false }: Course): Step[] {
  const when = (is: boolean, step: Step): Step[] => (is ? [step] : []);
  const offers = isNotOkay({ trigger }) || (!again && intensity < WORST);
  return [
    "breath",
    "trigger",
    "big",
    ...when(intensity >= SETTLE_FROM, "settle"),
    ...when(intensity >= FEELING_FROM, "feeling"),
    ...when(again, "again"),
    "line",
    ...when(offers, "offer"),
    "now",
    "close",
    "end",
    "minute",
  ];
}

/** The step after this one; what keeps coming back leads past the line, unless that is wanted. */
export function stepAfter(step: Step, course: Course): Step {
  const steps = stepsFor(course);
  return steps[steps.indexOf(step === "again" ? "line" : step) + 1] ?? "end";
}

export type CallInProgress = EntryInProgress<Call>;

export function newCall(now: Date): CallInProgress {
  return new EntryInProgress<Call>(DRAFT, "encounter", {
    trigger: [],
    feelings: [],
    ...momentOf(now),
  });
}

/** The call a draft held, to go on with. */
export function callFrom(members: Call, kept: Kept): CallInProgress {
  const call = { ...members, trigger: members.trigger ?? [], feelings: members.feelings ?? [] };
  return new EntryInProgress<Call>(DRAFT, "encounter", call, kept);
}

/** A small call asks for no feeling: one named before it was made smaller goes again. */
export function withIntensity(call: Call, intensity: number): Partial<Call> {
  return intensity < FEELING_FROM
    ? { intensity, feelings: [] }
    : { intensity, feelings: call.feelings };
}

// After these nobody is asked what happened: going over the details can do harm.
const GENTLE = ["threat", "sexual-remarks", "identity-attack", "someone-in-danger"];

const safetyOf = (id: string) => triggerOf(id)?.safety ?? null;

/** Nobody is asked what happened. Of one's own trigger that was not okay nobody knows how bad it is. */
export function isGentle({ trigger }: Pick<Call, "trigger">): boolean {
  return trigger.some((id) => GENTLE.includes(id) || (id.startsWith("custom-") && safetyOf(id)));
}

/** What nobody has to take: never a lesson, but rest, a fact note, the official way. */
export function isNotOkay({ trigger }: Pick<Call, "trigger">): boolean {
  return trigger.some((id) => safetyOf(id) === "not-okay");
}

/** Why *Get help now* also stands inside the flow, seen beside the other entries of these days. */
export function helpReasonOf(call: Call, item: string | undefined): HelpReason | null {
  const inDanger = call.trigger.some((id) => safetyOf(id) === "get-help");
  const others = entries.value
    .filter((entry) => entry.item !== item && entry.words.t === "encounter")
    .map(({ day, words }) => ({ day, intensity: Number(words["intensity"]) }));
  const { intensity, after } = call;
  return helpReason({ intensity, after, inDanger }, others, today.value);
}
