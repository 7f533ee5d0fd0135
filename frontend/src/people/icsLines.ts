/** The lines of a calendar file, and the moments they name. */
import type { Day } from "../streaks/day.ts";

/** A calendar file that says nothing here: it is none, it repeats in an unknown way, or it has no shift. */
export class CalendarTrouble extends Error {
  override readonly name = "CalendarTrouble";
  readonly code: "unreadable" | "rule" | "empty";

  constructor(code: "unreadable" | "rule" | "empty") {
    super(code);
    this.code = code;
  }
}

export type Line = { name: string; params: Record<string, string>; value: string };
export type Moment = { day: Day; minute: number | null };
/** What is looked at, and the zone in which times of UTC are read. */
export type Window = { first: Day; last: Day; zone: string };

/** A line that begins with a blank goes on with the one before. */
export const unfolded = (text: string) =>
  text
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");

/** `NAME;PARAM=value:the rest`, where a quoted parameter may hold a colon. */
export function lineOf(line: string): Line {
  const [, name = "", params = "", value = ""] =
    /^([A-Za-z0-9-]+)((?:;[^=:;]+=(?:"[^"]*"|[^":;]*))*):(.*)$/.exec(line) ?? [];
  const pairs = [...params.matchAll(/;([^=]+)=("[^"]*"|[^;]*)/g)];
  return {
    name: name.toUpperCase(),
    params: Object.fromEntries(
      pairs.map(([, key = "", given = ""]) => [key.toUpperCase(), given.replaceAll('"', "")]),
    ),
    value: value.trim(),
  };
}

export const saidIn = (lines: readonly Line[], name: string) =>
  lines.find((line) => line.name === name)?.value ?? "";

/** `20261122` or `20261122T220000`, with a Z for UTC. */
export function momentOf(text: string, zone: string): Moment {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text);
  if (!found) throw new CalendarTrouble("unreadable");
  const [, year, month, day, hour, minute, second, utc] = found;
  const date = `${year}-${month}-${day}`;
  const instant = new Date(`${date}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) {
    throw new CalendarTrouble("unreadable");
  }
  if (hour === undefined) return { day: date, minute: null };
  if (utc !== "Z") return { day: date, minute: Number(hour) * 60 + Number(minute) };
  return onTheWall(instant, zone);
}

function onTheWall(instant: Date, zone: string): Moment {
  const text = instant.toLocaleString("sv-SE", { timeZone: zone }); // 2026-11-22 22:00:00
  const [day = "", clock = ""] = text.split(" ");
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return { day, minute: hour * 60 + minute };
}
