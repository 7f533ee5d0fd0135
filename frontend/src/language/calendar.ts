import { calendar as english } from "./en/calendar.ts";
import { capital, inSpeech } from "./speech.ts";
import { part, speaking } from "./t.ts";

export const calendar = part(english, { es: () => import("./es/calendar.ts") });

/** The sentences of a calendar. */
export const t = speaking(calendar);

const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  inSpeech(({ region }) => new Intl.DateTimeFormat(region, { timeZone: "UTC", ...options }));
const month = dateFormat({ month: "long", year: "numeric" });
const spoken = dateFormat({ weekday: "long", day: "numeric", month: "long" });
const short = dateFormat({ weekday: "short", day: "numeric", month: "short" });
const clock = dateFormat({ hour: "numeric", minute: "2-digit" });
const weekday = (style: "short" | "long") =>
  inSpeech(
    ({ language }) => new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" }),
  );
const weekdays = { short: weekday("short"), long: weekday("long") };
const ago = inSpeech(
  ({ language }) => new Intl.RelativeTimeFormat(language, { numeric: "always" }),
);
const list = inSpeech(({ language }) => new Intl.ListFormat(language, { type: "conjunction" }));
const percent = inSpeech(({ region }) => new Intl.NumberFormat(region, { style: "percent" }));
const amount = inSpeech(
  ({ region }) => new Intl.NumberFormat(region, { maximumFractionDigits: 2 }),
);

type WithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number } };

/** The weekday a week begins with where the person lives: 1 for Monday to 7 for Sunday. */
export const firstWeekday = inSpeech(
  ({ region }) => (new Intl.Locale(region) as WithWeek).getWeekInfo?.().firstDay ?? 1,
);

const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** "November 2026", of any day in it. */
export const monthLabel = (day: string): string => capital(month().format(at(day)));

/** "Mon" or "Monday", of an ISO weekday. */
export function weekdayLabel(iso: number, style: "short" | "long"): string {
  return weekdays[style]().format(new Date(Date.UTC(2024, 0, iso, 12))); // 1 January 2024 was a Monday
}

/** "Monday", of a day. */
export const weekdayOf = (day: string): string => weekdays.long().format(at(day));

/** "Monday, 23 November", whatever day it is today. */
export const spokenDay = (day: string): string => spoken().format(at(day));

/** "Mon, 23 Nov". */
export const shortDay = (day: string): string => short().format(at(day));

/** "1 year ago". */
export const agoLabel = (n: number, unit: "month" | "year"): string =>
  capital(ago().format(-n, unit));

/** "Monday, Tuesday and Thursday". */
export const andList = (parts: readonly string[]): string => list().format(parts);

/** "62 %", of a share from 0 to 1. */
export const percentLabel = (share: number): string => percent().format(share);

export const amountLabel = (value: number): string => amount().format(value);

/** "10:30 PM" or "22:30", of a time written as 22:30. */
export const wallClock = (time: string): string =>
  clock().format(new Date(`2026-01-01T${time}:00Z`));
