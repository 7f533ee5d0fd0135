import type { OpenItem } from "../feeds/device.ts";
import { viewOf } from "./words.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** The third time within these hours thinking it over may not be what helps. */
const AGAIN_HOURS = 48;
const AGAIN = 3;
/** Writing stops softly after so long; sooner where the night should be for sleep. */
export const SOFT_STOP_MINUTES = 10;
export const NIGHT_STOP_MINUTES = 7;

type History = readonly Pick<OpenItem, "item" | "words">[];
type Now = { item: string | undefined; at: string };

/** The rough calls of these last milliseconds, without the one being written. */
function callsWithin(history: History, { item, at }: Now, ms: number) {
  const now = Date.parse(at);
  return history
    .filter((entry) => entry.item !== item)
    .map(viewOf)
    .filter(({ sort, at: then }) => {
      const since = now - Date.parse(then);
      return sort === "encounter" && since >= 0 && since <= ms;
    });
}

/** Whether this is the third call of one trigger, or more, within two days. */
export function comesAgain(history: History, now: Now, triggers: readonly string[]): boolean {
  const before = callsWithin(history, now, AGAIN_HOURS * HOUR_MS);
  const times = (trigger: string) =>
    before.filter((call) => call.triggers.includes(trigger)).length + 1;
  return triggers.some((trigger) => times(trigger) >= AGAIN);
}

const NIGHT = { from: 20, to: 6 };

/** The hours in which the screen is dark, and rest comes first. */
export function isNight(hour: number): boolean {
  return hour >= NIGHT.from || hour < NIGHT.to;
}

/** How long somebody may write before the app asks, once, whether to park it. */
export function softStopMs(now: Date): number {
  return (isNight(now.getHours()) ? NIGHT_STOP_MINUTES : SOFT_STOP_MINUTES) * MINUTE_MS;
}
