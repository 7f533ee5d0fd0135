import { calls } from "./calls.ts";
import { patterns as english } from "./en/patterns.ts";
import { first } from "./first.ts";
import { inSpeech } from "./speech.ts";
import { part, speaking } from "./t.ts";

export const patterns = part(english, { es: () => import("./es/patterns.ts") });

/** The sentences of patterns. */
export const t = speaking(first, calls, patterns);

const mean = inSpeech(({ region }) => new Intl.NumberFormat(region, { maximumFractionDigits: 1 }));
const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  inSpeech(({ region }) => new Intl.DateTimeFormat(region, { timeZone: "UTC", ...options }));
const day = dateFormat({ day: "numeric", month: "short" });
const month = dateFormat({ month: "short", year: "numeric" });
const hour = dateFormat({ hour: "numeric" });

/** "3.4", of a mean. */
export const meanLabel = (value: number): string => mean().format(value);

/** The first day of a week or of a month: "16 Nov" or "Nov 2026". */
export const slotLabel = (first: string, unit: "week" | "month"): string =>
  (unit === "week" ? day() : month()).format(new Date(`${first}T12:00:00Z`));

/** "4 PM" or "16", of an hour of the day. */
export const shortHour = (of: number): string => hour().format(new Date(Date.UTC(2026, 0, 1, of)));
