/**
 * Reads the shifts of a calendar file (RFC 5545), as far as rotas use it: DTSTART, DTEND or DURATION,
 * RRULE by day and by week, EXDATE, folded lines, whole days. Pure; the file never leaves the phone.
 * A time with TZID is taken as the wall shows it there; one in UTC is turned into the person's zone.
 */
import { dayNumber, dayOf } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import {
  CalendarTrouble,
  type Line,
  lineOf,
  type Moment,
  momentOf,
  saidIn,
  unfolded,
  type Window,
} from "./icsLines.ts";
import { recurring } from "./icsRules.ts";

/** A shift by the wall's date and minute; without `from` and `to` it is told as a whole day. */
export type Shift = { day: Day; from?: number; to?: number };
type Event = { uid: string; replaces: boolean; start: Moment; end: Moment | null; lines: Line[] };

const MOST_CHARACTERS = 2_000_000;
const DAY_MINUTES = 1440;

/** The shifts in the window, in the order of days; throws a CalendarTrouble for what is no calendar. */
export function shiftsIn(text: string, window: Window): Shift[] {
  const events = eventsIn(text, window.zone);
  const replaced = new Set(
    events.filter((one) => one.replaces).map((one) => `${one.uid} ${originalDay(one, window)}`),
  );
  const shifts = events.flatMap((event) =>
    daysOf(event, window)
      .filter((day) => event.replaces || !replaced.has(`${event.uid} ${day}`))
      .map((day) => shiftOn(day, event)),
  );
  if (shifts.length === 0) throw new CalendarTrouble("empty");
  return shifts.sort((one, other) => (one.day < other.day ? -1 : 1));
}

function eventsIn(text: string, zone: string): Event[] {
  if (text.length > MOST_CHARACTERS) throw new CalendarTrouble("unreadable");
  const lines = unfolded(text).map(lineOf);
  const is = (line: Line | undefined, name: string, value: string) =>
    line?.name === name && line.value.toUpperCase() === value;
  if (!lines.some((line) => is(line, "BEGIN", "VCALENDAR"))) {
    throw new CalendarTrouble("unreadable");
  }
  const events: Event[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = lines.findIndex((line, later) => later > at && is(line, "END", "VEVENT"));
    if (is(lines[at], "BEGIN", "VEVENT")) {
      if (end < 0) throw new CalendarTrouble("unreadable");
      events.push(...eventOf(lines.slice(at + 1, end), zone));
      at = end;
    }
    at += 1;
  }
  return events;
}

function eventOf(lines: Line[], zone: string): Event[] {
  if (saidIn(lines, "STATUS").toUpperCase() === "CANCELLED") return [];
  const line = (name: string) => lines.find((one) => one.name === name);
  const [begin, finish] = [line("DTSTART"), line("DTEND")];
  if (!begin) throw new CalendarTrouble("unreadable");
  const start = momentOf(begin.value, zone);
  const end = finish ? momentOf(finish.value, zone) : endAfter(start, saidIn(lines, "DURATION"));
  const uid = saidIn(lines, "UID");
  return [{ uid, replaces: line("RECURRENCE-ID") !== undefined, start, end, lines }];
}

function endAfter(start: Moment, duration: string): Moment | null {
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(duration);
  if (!found) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(1)
    .map((one) => Number(one ?? 0));
  const all = (start.minute ?? 0) + ((weeks * 7 + days) * 24 + hours) * 60 + minutes;
  const day = dayOf(dayNumber(start.day) + Math.floor(all / DAY_MINUTES));
  return { day, minute: start.minute === null ? null : all % DAY_MINUTES };
}

function shiftOn(day: Day, { start, end }: Event): Shift {
  if (start.minute === null || end === null || end.minute === null) return { day };
  return { day, from: start.minute, to: end.minute };
}

/** The day an exception stands for. */
function originalDay(event: Event, { zone }: Window): Day {
  return momentOf(saidIn(event.lines, "RECURRENCE-ID"), zone).day;
}

/** Every day in the window on which the event begins; each of its days, where it lasts whole days. */
function daysOf(event: Event, window: Window): Day[] {
  const left = new Set(
    event.lines
      .filter(({ name }) => name === "EXDATE")
      .flatMap(({ value }) => value.split(","))
      .map((value) => momentOf(value, window.zone).day),
  );
  const { start, end } = event;
  const lasts = start.minute === null && end ? dayNumber(end.day) - dayNumber(start.day) : 1;
  const begins = recurring(event.start, saidIn(event.lines, "RRULE"), window).filter(
    (day) => !left.has(day),
  );
  return begins
    .flatMap((day) => Array.from({ length: Math.max(lasts, 1) }, (_, at) => dayNumber(day) + at))
    .map(dayOf)
    .filter((day) => day >= window.first && day <= window.last);
}

/** The times most shifts have: minutes of the day; undefined where they are told as whole days. */
export function usualTimes(shifts: readonly Shift[]): { from: number; to: number } | undefined {
  const counted = Map.groupBy(
    shifts.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : { from, to })),
    ({ from, to }) => `${from}-${to}`,
  );
  const [most] = [...counted.values()].sort((one, other) => other.length - one.length);
  return most?.[0];
}
