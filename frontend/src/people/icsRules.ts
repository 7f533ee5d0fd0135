/** When something comes again, by a rule of days or of weeks. */
import { type DayNumber, dayNumber, dayOf, isoWeekday } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { CalendarTrouble, type Moment, momentOf, type Window } from "./icsLines.ts";

type Rule = { daily: boolean; step: number; days: number[]; until: Day; count: number };

const MOST_ROUNDS = 5000;
const LAST_DAY = "9999-12-31";
const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const KNOWN = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"];

/** The days on which something begins that comes again by a rule; the one day, where there is none. */
export function recurring(start: Moment, text: string, window: Window): Day[] {
  if (text === "") return [start.day];
  const rule = ruleOf(text, start, window.zone);
  const first = dayNumber(start.day);
  const last = dayNumber(window.last < rule.until ? window.last : rule.until);
  const days: DayNumber[] = [];
  for (let round = 0; round < MOST_ROUNDS && days.length < rule.count; round += 1) {
    const found = daysOfRound(rule, first, round);
    if ((found[0] ?? last) > last) break;
    days.push(...found.filter((day) => day >= first && day <= last));
  }
  return days.slice(0, rule.count).map(dayOf);
}

function daysOfRound({ daily, step, days }: Rule, first: DayNumber, round: number): DayNumber[] {
  if (daily) {
    const day = first + round * step;
    return days.includes(isoWeekday(day)) ? [day] : [];
  }
  const monday = first - isoWeekday(first) + 1 + round * step * 7;
  return days.map((day) => monday + day - 1);
}

function ruleOf(text: string, start: Moment, zone: string): Rule {
  const parts = new Map(
    text
      .toUpperCase()
      .split(";")
      .map((part): [string, string] => [part.split("=")[0] ?? "", part.split("=")[1] ?? ""]),
  );
  const daily = parts.get("FREQ") === "DAILY";
  const isKnown = [...parts.keys()].every((name) => KNOWN.includes(name));
  if (!isKnown || !(daily || parts.get("FREQ") === "WEEKLY")) throw notRead();
  const until = parts.get("UNTIL");
  return {
    daily,
    step: positive(parts.get("INTERVAL"), 1),
    count: positive(parts.get("COUNT"), Number.POSITIVE_INFINITY),
    days:
      weekdaysIn(parts.get("BYDAY")) ??
      (daily ? EVERY_WEEKDAY : [isoWeekday(dayNumber(start.day))]),
    until: until ? momentOf(until, zone).day : LAST_DAY,
  };
}

function positive(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!(number >= 1)) throw notRead();
  return number;
}

function weekdaysIn(text: string | undefined): number[] | undefined {
  if (!text) return undefined;
  const days = text.split(",").map((day) => WEEKDAYS.indexOf(day) + 1);
  if (days.includes(0)) throw notRead();
  return days.sort();
}

const notRead = () => new CalendarTrouble("rule");
