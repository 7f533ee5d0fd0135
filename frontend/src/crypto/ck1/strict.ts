import { Ck1Trouble } from "./trouble.ts";

export type Members = Record<string, unknown>;
type Test = (value: unknown) => boolean;
export type Shape = { required: Record<string, Test>; optional?: Record<string, Test> };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PUNCTUATION = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

export const is = (wanted: unknown) => (value: unknown) => value === wanted;
export const oneOf = (wanted: readonly unknown[]) => (value: unknown) => wanted.includes(value);
export const matches = (pattern: RegExp) => (value: unknown) =>
  typeof value === "string" && pattern.test(value);
export const isId = matches(ID);
/** 32 bytes as base64url: thumbprints, hashes, coordinates. */
export const is32 = matches(/^[\w-]{42}[AEIMQUYcgkosw048]$/);
export const isWhole = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
export const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A day that stands in the calendar, as `YYYY-MM-DD`. */
export function isDate(value: unknown): boolean {
  if (typeof value !== "string" || !DATE.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** JSON that is one object and names no member twice, at any depth. */
export function parseMembers(text: string): Members {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Ck1Trouble("shape", "not JSON", cause);
  }
  if (!isMembers(value)) throw new Ck1Trouble("shape", "not an object");
  if (namesTwice(text)) throw new Ck1Trouble("shape", "a member named twice");
  return value;
}

function namesTwice(text: string): boolean {
  const open: Set<string>[] = [];
  let before = "";
  for (const [mark] of text.matchAll(PUNCTUATION)) {
    if (OPENS.has(mark)) open.push(new Set());
    if (CLOSES.has(mark)) open.pop();
    if (mark === ":" && !isFirst(before, open.at(-1))) return true;
    before = mark;
  }
  return false;
}
const OPENS = new Set(["{", "["]);
const CLOSES = new Set(["}", "]"]);

function isFirst(quoted: string, seen: Set<string> | undefined): boolean {
  const name: string = JSON.parse(quoted);
  const before = seen?.size;
  return seen?.add(name).size !== before;
}

/** Refuses a missing member, an unknown one, and a value its test does not pass. */
export function checkShape(members: Members, shape: Shape, what: string): void {
  for (const name of Object.keys(shape.required)) {
    if (!Object.hasOwn(members, name)) throw new Ck1Trouble("header", `${what} lacks ${name}`);
  }
  const tests: Record<string, Test> = { ...shape.required, ...shape.optional };
  for (const [name, value] of Object.entries(members)) {
    const test = Object.hasOwn(tests, name) ? tests[name] : undefined;
    if (!test?.(value)) throw new Ck1Trouble("header", `${what} may not say this of ${name}`);
  }
}
