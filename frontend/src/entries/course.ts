// The course a rough call takes: pure, so that it can be walked for every trigger at every size.
import type { Technique } from "../library/catalogue.ts";

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
/** What decides the steps: how big, whether it was not okay, and whether it keeps coming back. */
export type Course = {
  intensity: number | undefined;
  notOkay: boolean;
  again: boolean;
  /** A step was chosen on the way already, such as to rest first. */
  closed?: boolean;
};

/** Naming a small thing can make it bigger, so feelings are asked for from here up. */
export const FEELING_FROM = 3;
/** From here up the body settles before any word is asked for. */
export const SETTLE_FROM = 4;
/** At the worst the tool that settles is the only thing offered, and nobody is asked to write. */
const WORST = 5;

/** The steps of a call, in order; the minute comes only for who wants one more. */
export function stepsFor({ intensity = FEELING_FROM, notOkay, again }: Course): Step[] {
  const when = (is: boolean, step: Step): Step[] => (is ? [step] : []);
  return [
    "breath",
    "trigger",
    "big",
    ...when(intensity >= SETTLE_FROM, "settle"),
    ...when(intensity >= FEELING_FROM, "feeling"),
    ...when(again, "again"),
    "line",
    ...when(notOkay || (!again && intensity < WORST), "offer"),
    "now",
    "close",
    "end",
    "minute",
  ];
}

/** Whether the way leads past the line, which is there all the same for who wants to write. */
export function passesLine({ intensity, again }: Course): boolean {
  return again || intensity === WORST;
}

/** The step after this one: past the line where that is kinder, past a close that is chosen already. */
export function stepAfter(step: Step, course: Course): Step {
  const steps = stepsFor(course);
  const passed: Step[] = [
    ...(passesLine(course) ? (["line"] as const) : []),
    ...(course.closed ? (["close"] as const) : []),
  ];
  const after = steps.slice(steps.indexOf(step) + 1);
  return after.find((next) => !passed.includes(next)) ?? "end";
}

// After these nobody is asked what happened: going over the details can do harm.
const GENTLE = ["threat", "sexual-remarks", "identity-attack", "someone-in-danger"];

/** Nobody is asked what happened. Of one's own trigger that was not okay nobody knows how bad it is. */
export function isGentle(triggers: readonly string[], safetyOf: (id: string) => unknown): boolean {
  return triggers.some(
    (id) => GENTLE.includes(id) || (id.startsWith("custom-") && safetyOf(id) !== null),
  );
}

type Size = number | undefined;
type Tools = readonly Technique[];
const SETTLES = ["breath", "body"];

/** Of the tools that may be offered: what settles before the words. At the worst a person may too. */
export function settling(tools: Tools, intensity: Size): Technique[] {
  return tools.filter(({ kind }) => intensity === WORST || SETTLES.includes(kind));
}

/** Of the tools that may be offered: what comes after the words, where settling came before them. */
export function afterWords(tools: Tools, intensity: Size): Technique[] {
  return tools.filter(({ kind }) => (intensity ?? 0) < SETTLE_FROM || !SETTLES.includes(kind));
}

/**
 * Whether a question comes before a tool: for what is small, unless the tool that comes first is one
 * of the mind and says more than a question would.
 */
export function asksFirst(tools: Tools, intensity: Size): boolean {
  return (intensity ?? FEELING_FROM) < FEELING_FROM && tools[0]?.kind !== "mind";
}

/** Questions that are steps of the call themselves. */
export const STEPS_OF_THEIR_OWN: readonly string[] = [
  "r-settle",
  "r-name",
  "r-one-line",
  "r-mask-off",
  "r-not-okay",
  "r-ready",
];
