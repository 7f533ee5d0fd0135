import { answerOf, isMembers, orThrow } from "./answers.ts";
import type { Reply, Send } from "./request.ts";

const PATH = "/api/v1/leaving/";

/** The day (`2026-11-29`) from which nothing of the account is on the server; null for who stays. */
export async function readLeaving(send: Send): Promise<string | null> {
  return dayIn(await send({ path: PATH }));
}

/** Asks for the account to be erased, after the password was given anew; from which day on it is. */
export async function askToLeave(send: Send, account: string): Promise<string | null> {
  return dayIn(await send({ method: "POST", path: PATH, body: { account } }));
}

export async function askToStay(send: Send, account: string): Promise<void> {
  dayIn(await send({ method: "DELETE", path: PATH, body: { account } }));
}

function dayIn(reply: Reply): string | null {
  const said = orThrow(answerOf(reply, (body) => body));
  const day = isMembers(said) ? said["erase_on"] : null;
  return typeof day === "string" ? day : null;
}
