/** Made-up entries to count by, for tests; about nobody. */
import type { OpenItem, Words } from "../feeds/words.ts";

let made = 0;

export function entryOn(day: string, t: string, words: object = {}): OpenItem {
  made += 1;
  const whole: Words = { v: 1, t, at: `${day}T09:00:00Z`, tz: "UTC", ...words };
  return {
    item: `e${made}`,
    rev: "r",
    kind: "entry",
    day,
    words: whole,
    unsent: false,
    others: [],
  };
}

export const callOn = (day: string, trigger: string, intensity: number, more: object = {}) =>
  entryOn(day, "encounter", { trigger: [trigger], intensity, ...more });

export const toolOn = (day: string, technique: string, effect: number, more: object = {}) =>
  entryOn(day, "tool", { technique, effect, ...more });
