import type { OpenItem } from "../feeds/device.ts";
import { dayAfter } from "../streaks/day.ts";

/** The call of the day before that wanted to be asked about; later than that, nothing is asked. */
export function askedAbout(history: readonly OpenItem[], day: string): OpenItem | undefined {
  return history.find(
    (entry) => entry.words["carried"] === null && entry.day === dayAfter(day, -1),
  );
}
