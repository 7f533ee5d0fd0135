import { triggersById } from "../library/catalogue.ts";
import { type HelpReason, helpReason } from "../safety/help.ts";
import { entries } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { EntryInProgress, type Kept } from "./inProgress.ts";
import { type Encounter, momentOf } from "./words.ts";

export type Step = "breath" | "trigger" | "big" | "feeling" | "line" | "now" | "close" | "end";
export type Call = Partial<Encounter> & { trigger: string[]; feelings: string[] };

export const DRAFT = "rough-call";
/** Naming a small thing can make it bigger, so feelings are asked for from here up. */
export const FEELING_FROM = 3;

/** The steps of a call of this size, in order. */
export function stepsFor(intensity: number | undefined): Step[] {
  const asks = intensity === undefined || intensity >= FEELING_FROM;
  const feeling: Step[] = asks ? ["feeling"] : [];
  return ["breath", "trigger", "big", ...feeling, "line", "now", "close", "end"];
}

/** The step after this one; the last has none. */
export function stepAfter(step: Step, intensity: number | undefined): Step {
  const steps = stepsFor(intensity);
  return steps[steps.indexOf(step) + 1] ?? "end";
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

export function isGentle(call: Call): boolean {
  return call.trigger.some((id) => GENTLE.includes(id));
}

/** Why *Get help now* also stands inside the flow, seen beside the other entries of these days. */
export function helpReasonOf(call: Call, item: string | undefined): HelpReason | null {
  const inDanger = call.trigger.some((id) => triggersById.value.get(id)?.safety === "get-help");
  const others = entries.value
    .filter((entry) => entry.item !== item && entry.words.t === "encounter")
    .map(({ day, words }) => ({ day, intensity: Number(words["intensity"]) }));
  const { intensity, after } = call;
  return helpReason({ intensity, after, inDanger }, others, today.value);
}
