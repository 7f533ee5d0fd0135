import type { Day } from "../streaks/day.ts";

/** What a coach answered to the question whether to take calls for an hour: when last, and whether it may be asked. */
export type Phones = { on?: Day; off?: boolean };

const quarterOf = (day: Day) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Once a quarter, and never where it was turned off. */
export function isTimeToTakeCalls({ on, off }: Phones, today: Day): boolean {
  return off !== true && (on === undefined || quarterOf(on) !== quarterOf(today));
}
