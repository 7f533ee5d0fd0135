import { t } from "./first.ts";
import { capital, inSpeech, speech } from "./speech.ts";

const relative = inSpeech(
  ({ language }) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }),
);
const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  inSpeech(({ region }) => new Intl.DateTimeFormat(region, { timeZone: "UTC", ...options }));
const thisYear = dateFormat({ weekday: "long", day: "numeric", month: "long" });
const otherYear = dateFormat({ day: "numeric", month: "long", year: "numeric" });
const hour = dateFormat({ hour: "numeric", minute: "2-digit" });
const dayAndMonth = dateFormat({ day: "numeric", month: "long" });
const narrow = dateFormat({ weekday: "narrow" });
const DAY_MS = 86_400_000;

const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A journal day in words: "Today", "Yesterday", "Tomorrow", "Saturday, November 21", or with its year. */
export function dayLabel(day: string, today: string): string {
  const daysAgo = Math.round((atNoon(today).getTime() - atNoon(day).getTime()) / DAY_MS);
  if (Math.abs(daysAgo) <= 1) return capital(relative().format(-daysAgo, "day"));
  const format = day.slice(0, 4) === today.slice(0, 4) ? thisYear() : otherYear();
  return capital(format.format(atNoon(day)));
}

/** The minute of an instant, as the clock on the wall showed it there. */
export function clockLabel(at: string, zone: string | undefined): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return "";
  return clockIn(zone).format(when);
}

const clocks = inSpeech(() => new Map<string | undefined, Intl.DateTimeFormat>());

/** Made once for each zone: a list asks for hundreds of them. */
function clockIn(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = clocks().get(timeZone);
  if (known) return known;
  const made = newClock(timeZone);
  clocks().set(timeZone, made);
  return made;
}

function newClock(timeZone: string | undefined): Intl.DateTimeFormat {
  const { region } = speech.value;
  const options = { hour: "numeric", minute: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat(region, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(region, options); // a zone this browser does not know
  }
}

/** "9:00 AM" or "09:00": an hour of the day, for a choice of hours. */
export function hourLabel(of: number): string {
  return hour().format(Date.UTC(2026, 0, 1, of));
}

/** Several short things in a row; `Intl` would put an "and" before the last in some languages. */
export function listLabel(parts: readonly string[]): string {
  if (parts.length === 0) return "";
  return parts.reduce((list, next) => t("app.list", { list, next }));
}

/** Two days and what lies between: "16 – 22 November". */
export function spanLabel(first: string, last: string): string {
  return dayAndMonth().formatRange(atNoon(first), atNoon(last));
}

/** "22 November", whatever year it is. */
export const dayInWords = (day: string): string => dayAndMonth().format(atNoon(day));

/** The days of a week by a letter or two, Monday first. */
export function shortWeekdays(): string[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => narrow().format(Date.UTC(2024, 0, day))); // a Monday
}
