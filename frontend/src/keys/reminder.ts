import { type Day, dayAfter } from "../streaks/day.ts";

/** Days after the first entry on which somebody without a way back is asked about one. */
const ASKED_ON = [90, 7, 0];

/** Whether it is time to ask: once for each of these days, however late they are noticed. */
export function isAskDue(first: Day | undefined, asked: Day | undefined, today: Day): boolean {
  if (first === undefined) return false;
  const since = ASKED_ON.map((days) => dayAfter(first, days)).find((day) => day <= today);
  return since !== undefined && (asked === undefined || asked < since);
}
