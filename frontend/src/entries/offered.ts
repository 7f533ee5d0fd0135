import type { Technique } from "../library/catalogue.ts";
import { offersFor } from "../techniques/kit.ts";
import { FEELING_FROM } from "./course.ts";
import type { Call } from "./roughCall.ts";

/** The tools for this call, the best first; none while the library is not here. */
export function toolsFor({ trigger, intensity = FEELING_FROM, feelings }: Call): Technique[] {
  const named = feelings.length > 0 && intensity >= FEELING_FROM;
  return offersFor({ triggers: trigger, intensity, phase: "right-after", named });
}
