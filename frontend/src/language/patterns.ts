import { calls } from "./en/calls.ts";
import { first } from "./en/first.ts";
import { patterns } from "./en/patterns.ts";
import { region, speaking } from "./t.ts";

/** The sentences of patterns. */
export const t = speaking({ ...first, ...calls, ...patterns });

const mean = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(region, { day: "numeric", month: "short", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(region, {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const hour = new Intl.DateTimeFormat(region, { hour: "numeric", timeZone: "UTC" });

/** "3.4", of a mean. */
export const meanLabel = (value: number): string => mean.format(value);

/** The first day of a week or of a month: "16 Nov" or "Nov 2026". */
export const slotLabel = (first: string, unit: "week" | "month"): string =>
  (unit === "week" ? day : month).format(new Date(`${first}T12:00:00Z`));

/** "4 PM" or "16", of an hour of the day. */
export const shortHour = (of: number): string => hour.format(new Date(Date.UTC(2026, 0, 1, of)));
