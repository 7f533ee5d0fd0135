import type { Technique } from "../library/catalogue.ts";
import { offersFor } from "../techniques/kit.ts";
import { type Call, FEELING_FROM, SETTLE_FROM } from "./roughCall.ts";

/** The tools for this call, the best first; none while the library is not here. */
function toolsFor({ trigger, intensity = FEELING_FROM, feelings }: Call): Technique[] {
  const named = feelings.length > 0 && intensity >= FEELING_FROM;
  return offersFor({ triggers: trigger, intensity, phase: "right-after", named });
}

const SETTLES = ["breath", "body"];
const isShaken = ({ intensity = 0 }: Call) => intensity >= SETTLE_FROM;

/** What settles, before the words; at the worst a person may too. */
export function toolsThatSettle(call: Call): Technique[] {
  const tools = toolsFor(call);
  return call.intensity === SETTLE_FROM
    ? tools.filter(({ kind }) => SETTLES.includes(kind))
    : tools;
}

/** What is offered after the words; what settles came before them where it was big. */
export function toolsAfterWords(call: Call): Technique[] {
  const tools = toolsFor(call);
  return isShaken(call) ? tools.filter(({ kind }) => !SETTLES.includes(kind)) : tools;
}

/**
 * Whether a question comes before a tool: for what is small, unless the tool that comes first is one
 * of the mind and says more than a question would.
 */
export function asksFirst(call: Call): boolean {
  const isSmall = (call.intensity ?? FEELING_FROM) < FEELING_FROM;
  return isSmall && toolsFor(call)[0]?.kind !== "mind";
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
