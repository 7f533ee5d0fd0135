import { JournalTrouble } from "../errors.ts";
import {
  answerOf,
  isMembers,
  listIn,
  type Members,
  members,
  orThrow,
  textIn,
  wholeIn,
} from "./answers.ts";
import type { Reply, Send } from "./request.ts";

/** One place where the person is signed in. */
export type SignedIn = { id: number; isCurrent: boolean; browser: string; since: Date };

const AUTH = "/_allauth/browser/v1/auth";

/** Where the person is signed in, this device first. */
export async function readSessions(send: Send): Promise<SignedIn[]> {
  return sessionsIn(await send({ path: `${AUTH}/sessions` }));
}

/** Ends sessions; returns those that are left. */
export async function endSessions(send: Send, sessions: number[]): Promise<SignedIn[]> {
  const path = `${AUTH}/sessions`;
  return sessionsIn(await send({ method: "DELETE", path, body: { sessions } }));
}

/** The password once more, for what nobody else must do on a phone that lies open. */
export async function reauthenticate(send: Send, password: string): Promise<void> {
  const path = `${AUTH}/reauthenticate`;
  const reply = await send({ method: "POST", path, body: { password } });
  if (reply.status === 400) throw new JournalTrouble("wrong-password");
  orThrow(answerOf({ ...reply, body: reply.body ?? {} }, () => null));
}

function sessionsIn(reply: Reply): SignedIn[] {
  const found = orThrow(answerOf(reply, (body) => listIn(body, "data").map(sessionOf)));
  return found.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || +b.since - +a.since);
}

function sessionOf(row: unknown): SignedIn {
  const said: Members = isMembers(row) ? row : members(row);
  return {
    id: wholeIn(said, "id"),
    isCurrent: said["is_current"] === true,
    browser: textIn(said, "user_agent"),
    since: new Date(Number(said["created_at"]) * 1000),
  };
}
