import type { Sealed } from "../crypto/ck1/brands.ts";
import {
  type Answer,
  answerOf,
  isMembers,
  listIn,
  type Members,
  members,
  textIn,
  textsIn,
  wholeIn,
  wrongForm,
} from "./answers.ts";
import type { Send } from "./request.ts";

/** A revision whose words are gone: what remains of it. */
export type Emptied = {
  rev: string;
  item: string;
  kind: string;
  parents: string[];
  sha: string;
  of?: string;
  day?: string;
  written?: string;
};
/** A coach's reply has no slot. */
export type Outgoing = { body: Sealed; slot: Sealed | null } | Emptied;
/** Not believed yet: the tokens are text until they have been opened. */
export type Served = { seq: number; rev: string } & (
  | { body: string; slot: string | null }
  | Emptied
);
export type Stamp = { account: string; epoch: string; server_now: number };
export type Changes = Stamp & { cursor: number; more: boolean; digest: string; revs: Served[] };
export type Ids = Stamp & { cursor: number; more: boolean; ids: string[] };
export type Result =
  | { status: "applied" | "duplicate"; seq: number | null }
  | { status: "rejected"; code: string };
export type Pushed = Stamp & { head: number; results: Result[] };
export type Where = { account: string; epoch: string; cursor: number };

const FEED = "/api/v1/feed";
const PUSH_TIMEOUT_MS = 60_000;

export async function push(
  send: Send,
  feed: { account: string; epoch: string; gen: number; revs: Outgoing[] },
): Promise<Answer<Pushed>> {
  const path = `${FEED}/push/`;
  const reply = await send({ method: "POST", path, body: feed, timeoutMs: PUSH_TIMEOUT_MS });
  return answerOf(reply, (body) => ({
    ...stampIn(body),
    head: wholeIn(body, "head"),
    results: listIn(body, "results").map(resultOf),
  }));
}

export async function changes(send: Send, where: Where, limit: number): Promise<Answer<Changes>> {
  const reply = await send({ path: `${FEED}/changes/`, query: { ...where, limit } });
  return answerOf(reply, (body) => ({
    ...stampIn(body),
    ...pageIn(body),
    digest: typeof body["digest"] === "string" ? body["digest"] : "",
    revs: listIn(body, "revs").map(servedOf),
  }));
}

export async function ids(send: Send, where: Where): Promise<Answer<Ids>> {
  const reply = await send({ path: `${FEED}/ids/`, query: where });
  return answerOf(reply, (body) => ({
    ...stampIn(body),
    ...pageIn(body),
    ids: textsIn(body, "ids"),
  }));
}

export function stampIn(body: Members): Stamp {
  const server_now = Date.parse(textIn(body, "server_now"));
  if (Number.isNaN(server_now)) wrongForm();
  return { account: textIn(body, "account"), epoch: textIn(body, "epoch"), server_now };
}

function pageIn(body: Members): { cursor: number; more: boolean } {
  return { cursor: wholeIn(body, "cursor"), more: body["more"] === true };
}

function resultOf(result: unknown): Result {
  const said = members(result);
  const status = textIn(said, "status");
  if (status === "applied" || status === "duplicate") {
    return { status, seq: Number.isSafeInteger(said["seq"]) ? (said["seq"] as number) : null };
  }
  const problem = isMembers(said["problem"]) ? said["problem"] : {};
  const type = typeof problem["type"] === "string" ? problem["type"] : "";
  return status === "rejected"
    ? { status, code: type.replace(/^\/problems\//, "") || "refused" }
    : wrongForm();
}

function servedOf(row: unknown): Served {
  const said = members(row);
  const base = { seq: wholeIn(said, "seq"), rev: textIn(said, "rev") };
  if (said["body"] !== undefined) {
    return {
      ...base,
      body: String(said["body"]),
      slot: said["slot"] === null ? null : String(said["slot"]),
    };
  }
  return { ...base, ...emptiedOf(said) };
}

function emptiedOf(said: Members): Emptied {
  const [rev, item, kind] = [textIn(said, "rev"), textIn(said, "item"), textIn(said, "kind")];
  const given = (["of", "day", "written"] as const).filter((name) => said[name] != null);
  const kept = Object.fromEntries(given.map((name) => [name, textIn(said, name)]));
  return { rev, item, kind, parents: textsIn(said, "parents"), sha: textIn(said, "sha"), ...kept };
}
