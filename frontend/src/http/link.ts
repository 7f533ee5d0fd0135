import { asSealed, type Sealed } from "../crypto/ck1/brands.ts";
import { type Answer, answerOf } from "./answers.ts";
import type { Send } from "./request.ts";

const path = (session: string) => `/api/v1/link/${session}/`;

/** Leaves a sealed root for the device that showed this session; it lives two minutes. */
export async function leaveLink(send: Send, session: string, token: Sealed): Promise<Answer<null>> {
  const reply = await send({ method: "PUT", path: path(session), body: { token } });
  return answerOf({ ...reply, body: reply.body ?? {} }, () => null);
}

/** What was left, once; 404 while there is nothing. */
export async function takeLink(send: Send, session: string): Promise<Answer<Sealed>> {
  return answerOf(await send({ path: path(session) }), (body) => asSealed(body["token"]));
}
