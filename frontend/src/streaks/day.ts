/** A calendar date as `YYYY-MM-DD`. */
export type Day = string;

/** Where and when a person's day begins: the zone on the wall, and the hour (0-12). */
export type DayRule = { zone: string; dayStartHour: number };

const DAY_MS = 86_400_000;

/** The day `days` after (or before) a day; calendar arithmetic, so clock changes do not matter. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The journal day of an instant (rule J1): the date on the wall, minus one while the wall clock
 * reads before the day's start. No arithmetic on UTC, so 23- and 25-hour days need no special case.
 */
export function journalDay(instant: Date, { zone, dayStartHour }: DayRule): Day {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const date = `${part("year")}-${part("month")}-${part("day")}`;
  return Number(part("hour")) < dayStartHour ? dayAfter(date, -1) : date;
}
