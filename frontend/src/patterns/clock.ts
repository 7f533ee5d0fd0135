/** The hour on the wall at which something was put down. */

/** Where on the wall an instant falls: the hour there, and the day's number there. */
export type OnTheWall = { hour: number; date: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/**
 * Reads instants on the clocks of their zones. A zone's distance from UTC is asked for once a week, at
 * its two ends, and anew only where they differ: no zone turns its clock twice within one. Asked for each
 * of five thousand instants it would take a phone a second.
 */
export class Clocks {
  readonly #formats = new Map<string, Intl.DateTimeFormat | undefined>();
  readonly #offsets = new Map<string, number>();
  readonly #home: string;

  /** `home` is for what was written in a zone nobody knows. */
  constructor(home: string) {
    this.#home = home;
  }

  /** Undefined where the instant is none. */
  read(at: string, zone: string | undefined): OnTheWall | undefined {
    const instant = Date.parse(at);
    if (Number.isNaN(instant)) return undefined;
    const known = zone !== undefined && this.#formatOf(zone) ? zone : this.#home;
    const local = instant + this.#offsetAt(known, instant);
    const date = Math.floor(local / DAY_MS);
    return { hour: Math.floor((local - date * DAY_MS) / HOUR_MS), date };
  }

  #formatOf(zone: string): Intl.DateTimeFormat | undefined {
    if (!this.#formats.has(zone)) this.#formats.set(zone, formatFor(zone));
    return this.#formats.get(zone);
  }

  #offsetAt(zone: string, instant: number): number {
    const start = Math.floor(instant / WEEK_MS) * WEEK_MS;
    const before = this.#kept(zone, start);
    return before === this.#kept(zone, start + WEEK_MS) ? before : this.#measured(zone, instant);
  }

  #kept(zone: string, instant: number): number {
    const key = `${zone} ${instant}`;
    const known = this.#offsets.get(key) ?? this.#measured(zone, instant);
    this.#offsets.set(key, known);
    return known;
  }

  #measured(zone: string, instant: number): number {
    const format = this.#formatOf(zone);
    if (!format) return 0;
    const parts = format.formatToParts(instant);
    const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    const wall = Date.UTC(
      read("year"),
      read("month") - 1,
      read("day"),
      read("hour"),
      read("minute"),
    );
    return wall - Math.floor(instant / MINUTE_MS) * MINUTE_MS;
  }
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  } catch {
    return undefined; // a zone this browser does not know
  }
}
