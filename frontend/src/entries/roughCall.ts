import type { Change, Words } from "../feeds/device.ts";
import { type HelpReason, helpReason } from "../safety/help.ts";
import { entries } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { FEELING_FROM, isGentle as isGentleAfter } from "./course.ts";
import { dayIn } from "./filedDay.ts";
import { EntryInProgress, type Kept } from "./inProgress.ts";
import { triggerOf } from "./triggers.ts";
import { type Encounter, momentOf } from "./words.ts";

export type Call = Partial<Encounter> & { trigger: string[]; feelings: string[] };
export const DRAFT = "rough-call";
export type CallInProgress = EntryInProgress<Call>;

/** A call while it is put down; filed under its shift, where it was made in one or after one. */
class FiledCall extends EntryInProgress<Call> {
  /** Links it to the shift it falls into; what tells of shifts is read only now, as seldom as it is needed. */
  async link(): Promise<void> {
    const { shift_on: known, at = "" } = this.members.value;
    if (known !== undefined) return;
    const { shiftOf } = await import("../people/shiftNow.ts");
    this.members.value = { ...this.members.value, ...shiftOf(new Date(at)) };
  }

  protected override filed(words: Words): Pick<Change, "day"> {
    return dayIn(words);
  }
}

export function newCall(now: Date): FiledCall {
  const call = new FiledCall(DRAFT, "encounter", {
    trigger: [],
    feelings: [],
    ...momentOf(now),
  });
  call.link().catch(() => undefined); // not kept on this phone yet: the clock alone decides
  return call;
}

/** The call a draft held, to go on with. */
export function callFrom(members: Call, kept: Kept): CallInProgress {
  const call = { ...members, trigger: members.trigger ?? [], feelings: members.feelings ?? [] };
  return new FiledCall(DRAFT, "encounter", call, kept);
}

/** A small call asks for no feeling: one named before it was made smaller goes again. */
export function withIntensity(call: Call, intensity: number): Partial<Call> {
  return intensity < FEELING_FROM
    ? { intensity, feelings: [] }
    : { intensity, feelings: call.feelings };
}

const safetyOf = (id: string) => triggerOf(id)?.safety ?? null;

/** Whether nobody is asked what happened. */
export function isGentle({ trigger }: Pick<Call, "trigger">): boolean {
  return isGentleAfter(trigger, safetyOf);
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
