import { JournalTrouble } from "../errors.ts";
import { codeOf, type Reply } from "./request.ts";

/** The server said no, and why. `members` are the problem's own, such as `epoch` or `gen`. */
export type Refusal = {
  status: number;
  code: string;
  retryAfter: number | undefined;
  members: Record<string, unknown>;
};
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Turns a reply into a typed answer; an answer of the wrong form counts as none. */
export function answerOf<T>(reply: Reply, read: (body: Members) => T): Answer<T> {
  if (reply.status >= 200 && reply.status < 300)
    return { ok: true, value: read(members(reply.body)) };
  return { ok: false, refusal: refusalOf(reply) };
}

export function refusalOf(reply: Reply): Refusal {
  const { status, retryAfter } = reply;
  return {
    status,
    code: codeOf(reply),
    retryAfter,
    members: isMembers(reply.body) ? reply.body : {},
  };
}

/** What a screen is told when there is no better word for a refusal. */
export function troubleOf({ status, code, retryAfter }: Refusal): JournalTrouble {
  const options = retryAfter === undefined ? {} : { retryAfter };
  return new JournalTrouble(BY_STATUS[status] ?? (code || "server-trouble"), options);
}
const BY_STATUS: Record<number, string> = {
  401: "sign-in-needed",
  403: "sign-in-needed",
  426: "update-needed",
  429: "rate-limited",
  500: "server-trouble",
  503: "server-trouble",
};

/** The value of an answer, or the trouble of its refusal. */
export function orThrow<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw troubleOf(answer.refusal);
}

export type Members = Record<string, unknown>;

export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function members(value: unknown): Members {
  return isMembers(value) ? value : wrongForm();
}

export function textIn(holder: Members, name: string): string {
  const value = holder[name];
  return typeof value === "string" ? value : wrongForm();
}

export function wholeIn(holder: Members, name: string): number {
  const value = holder[name];
  return Number.isSafeInteger(value) ? (value as number) : wrongForm();
}

export function listIn(holder: Members, name: string): unknown[] {
  const value = holder[name];
  return Array.isArray(value) ? value : wrongForm();
}

export function textsIn(holder: Members, name: string): string[] {
  const list = listIn(holder, name);
  return list.every((one) => typeof one === "string") ? list : wrongForm();
}

export function wrongForm(): never {
  throw new JournalTrouble("server-trouble");
}
