/**
 * Counts every vector of a streaks file: `node frontend/src/streaks/vectors.ts FILE`. Exits with 1
 * naming the first that comes out otherwise, with 2 when there is no such file. With `--outcomes`
 * it prints what comes out of each vector instead, one JSON line each.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Failure, type Holder } from "../crypto/pieces.ts";
import { closesAt, SHORT_DAY_HOURS, settingAt } from "./closing.ts";
import { daily, GRACE } from "./daily.ts";
import { BACKFILL_DAYS, type Entry, SHIFT_ANCHOR_MAX_HOURS, SKEW_TOLERANCE_S } from "./filing.ts";
import { type History, streamAt, todayAt } from "./history.ts";
import { patternOf } from "./schedules.ts";
import type { Streak } from "./stream.ts";
import { score, strength } from "./strength.ts";
import { WEEK_GRACE, weekly } from "./weekly.ts";

type EntryFacts = {
  id: string;
  occurred_at: string;
  received_at?: string;
  client_now?: string;
  shift_start_at?: string;
  journal_day?: string;
  tz?: string;
  day_start_hour?: number;
  deleted_at?: string;
  keep_mark?: boolean;
};

/** A vector as it stands in the file; what it may hold is said there, under `schema`. */
export type Vector = {
  id: string;
  kind: string;
  settings: { tz: string; day_start_hour: number; from?: string }[];
  schedule?: { pattern: Holder; made_at?: string; effective_from?: string }[];
  days_off?: { from: string; to?: string; made_at?: string }[];
  entries: EntryFacts[];
  week_start?: number;
  now: string;
  expect: Holder;
};

type ScoreVector = {
  id: string;
  values: string;
  per_week?: number;
  start?: number;
  expect: number;
};

const SCHEMA_VERSION = 1;
const OPTIONS = {
  backfill_days: BACKFILL_DAYS,
  pause_earn_every: GRACE.earnEvery,
  pause_cap: GRACE.cap,
  week_pause_earn_every: WEEK_GRACE.earnEvery,
  week_pause_cap: WEEK_GRACE.cap,
  skew_tolerance_s: SKEW_TOLERANCE_S,
  short_day_hours: SHORT_DAY_HOURS,
  shift_anchor_max_hours: SHIFT_ANCHOR_MAX_HOURS,
};
/** Scores are written down to four decimals. */
const HALF_A_STEP = 0.000_05 + 1e-9;

/** A line about what was counted; throws `Failure`. */
export function checkFile(json: string): string {
  const file = objectOf(json);
  const [vectors, scores] = [
    rows<Vector>(file, "vectors"),
    rows<ScoreVector>(file, "score_vectors"),
  ];
  if (file["schema_version"] !== SCHEMA_VERSION) {
    throw new Failure("schema_version", `is not ${SCHEMA_VERSION}`);
  }
  if (vectors.length + scores.length === 0) throw new Failure("vectors", "are none");
  checkExpected("options", OPTIONS, (file["options"] ?? OPTIONS) as Holder);
  for (const vector of vectors) checked(vector, checkVector);
  for (const vector of scores) checked(vector, checkScore);
  return `${vectors.length} streaks and ${scores.length} scores come out`;
}

/** What comes out of a vector, under the names of its expectations. */
export function outcome(vector: Vector): Holder {
  const [history, now] = [historyOf(vector), instant(vector.now)];
  const [stream, asked] = [streamAt(history, now), todayAt(history, now)];
  const setting = settingAt(history.settings, now);
  if (vector.kind !== "weekly") {
    const streak = daily(stream, asked);
    return { ...numbers(streak), day_closes_at: text(closesAt(streak.today, setting)) };
  }
  const streak = weekly(stream, asked);
  return {
    ...numbers(streak),
    week_done: streak.weekDone,
    week_target: streak.weekTarget,
    week_closes_at: text(closesAt(streak.weekEndsOn, setting)),
  };
}

/** The facts of a vector. */
export function historyOf({ week_start = 1, ...vector }: Vector): History {
  return {
    settings: vector.settings.map(({ tz, day_start_hour, from }) => ({
      zone: tz,
      dayStartHour: day_start_hour,
      ...known({ since: maybe(from) }),
    })),
    entries: vector.entries.map(entryOf),
    schedule: (vector.schedule ?? []).map(({ pattern, made_at, effective_from }) => ({
      pattern: patternOf({ week_start, ...pattern }),
      ...known({ madeAt: maybe(made_at), effectiveFrom: effective_from }),
    })),
    leave: (vector.days_off ?? []).map(({ from, to, made_at }) => ({
      first: from,
      last: to ?? from,
      ...known({ madeAt: maybe(made_at) }),
    })),
  };
}

function entryOf(facts: EntryFacts): Entry {
  return {
    item: facts.id,
    occurredAt: instant(facts.occurred_at),
    ...known({
      receivedAt: maybe(facts.received_at),
      clientNow: maybe(facts.client_now),
      shiftStartAt: maybe(facts.shift_start_at),
      chosenDay: facts.journal_day,
      zone: facts.tz,
      deletedAt: maybe(facts.deleted_at),
      dayStartHour: facts.day_start_hour,
      keepMark: facts.keep_mark,
    }),
  };
}

function numbers({ today, current, longest, pausesHeld, state, atRisk }: Streak): Holder {
  return { today, current, longest, pauses_held: pausesHeld, state, at_risk: atRisk };
}

function checkVector(vector: Vector): void {
  checkExpected(`${vector.id}.expect`, outcome(vector), vector.expect);
}

function checkScore({ id, values, per_week, start, expect }: ScoreVector): void {
  const found = score(values, per_week, start);
  if (Math.abs(found - expect) <= HALF_A_STEP) return;
  throw new Failure(`${id}.expect`, `${expect} expected, ${found.toFixed(4)} comes out`);
}

function checkExpected(where: string, found: Holder, expected: Holder): void {
  if (Object.keys(expected).length === 0) throw new Failure(where, "expects nothing");
  for (const [name, value] of Object.entries(expected)) {
    if (!Object.hasOwn(found, name)) throw new Failure(`${where}.${name}`, "is not known");
    const [wanted, counted] = [JSON.stringify(value), JSON.stringify(found[name])];
    if (wanted !== counted) {
      throw new Failure(`${where}.${name}`, `${wanted} expected, ${counted} comes out`);
    }
  }
}

function checked<V extends { id: string }>(vector: V, check: (vector: V) => void): void {
  try {
    check(vector);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(vector.id ?? "a vector without id", `cannot be read (${cause})`);
  }
}

function objectOf(json: string): Holder {
  try {
    const file: unknown = JSON.parse(json);
    if (typeof file === "object" && file !== null) return file as Holder;
  } catch (cause) {
    throw new Failure("file", `is no JSON (${cause})`);
  }
  throw new Failure("file", "is no JSON object");
}

function rows<Row>(file: Holder, name: string): Row[] {
  const value = file[name] ?? [];
  if (!Array.isArray(value)) throw new Failure(name, "is no list");
  return value;
}

function instant(text: string): Date {
  const read = new Date(text);
  if (Number.isNaN(read.getTime())) throw new RangeError(`${text} is no instant`);
  return read;
}

function maybe(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : instant(text);
}

type Known<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** The same without what is not said. */
function known<T extends object>(facts: T): Known<T> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Known<T>;
}

function text(at: Date): string {
  return at.toISOString().replace(".000Z", "Z");
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** What comes out of each vector, with the strength of its stream. */
function outcomes(json: string): string {
  const lines = rows<Vector>(objectOf(json), "vectors").map((vector) => {
    const [history, now] = [historyOf(vector), instant(vector.now)];
    const strong = strength(streamAt(history, now), todayAt(history, now));
    return JSON.stringify({ id: vector.id, ...outcome(vector), strength: strong });
  });
  return lines.join("\n");
}

function main(path: string, wantsOutcomes: boolean): number {
  const json = read(path);
  if (json === undefined) {
    process.stderr.write(`vectors: there is no file ${path}\n`);
    return 2;
  }
  try {
    process.stdout.write(
      wantsOutcomes ? `${outcomes(json)}\n` : `typescript: ${checkFile(json)}\n`,
    );
    return 0;
  } catch (failure) {
    process.stderr.write(`typescript: ${failure instanceof Failure ? failure.message : failure}\n`);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [first = "", second = ""] = process.argv.slice(2);
  process.exitCode = first === "--outcomes" ? main(second, true) : main(first, false);
}
