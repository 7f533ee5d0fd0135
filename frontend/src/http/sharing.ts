import { asSealed, type Sealed } from "../crypto/ck1/brands.ts";
import {
  type Answer,
  answerOf,
  listIn,
  type Members,
  members,
  textIn,
  textsIn,
  wholeIn,
} from "./answers.ts";
import { type Stamp, stampIn } from "./feed.ts";
import type { Reply, Send } from "./request.ts";

/** An invitation, and once it is accepted a pairing. `lead`: what is to be known of a coach who leads the own team. */
export type Pairing = {
  invite: string;
  coach: string;
  agent: string | null;
  state: string;
  lead: boolean | null;
  accept: Sealed | null;
};
export type Team = { name: string; mayRead: boolean };
/** A copy in a coach's inbox; nothing of it is opened. `until` in seconds. */
export type Waiting = {
  item: string;
  owner: string;
  grant: Sealed;
  sharedOn: string;
  until: number;
  opened: boolean;
  answered: boolean;
};
export type LedgerPage = Stamp & {
  n: number;
  hash: string;
  more: boolean;
  served: boolean;
  events: string[];
};
/** A copy with everything that goes with it. */
export type Given = {
  account: string;
  epoch: string;
  gen: number;
  body: Sealed;
  slot: Sealed;
  grant: Sealed;
  consent: Sealed;
};

const API = "/api/v1";
const GIVE_TIMEOUT_MS = 60_000;

export async function readPairings(send: Send): Promise<Answer<Pairing[]>> {
  const reply = await send({ path: `${API}/pairings/` });
  return answerOf(reply, (body) => listIn(body, "results").map((one) => pairingIn(members(one))));
}

export async function readPairing(send: Send, invite: string): Promise<Answer<Pairing>> {
  return answerOf(await send({ path: `${API}/pairings/${invite}/` }), pairingIn);
}

/** Opens an invitation; answers with the teams this coach leads. */
export async function openInvite(send: Send, invite: string): Promise<Answer<Team[]>> {
  const reply = await send({ method: "POST", path: `${API}/pairings/`, body: { invite } });
  return answerOf(reply, (body) =>
    listIn(body, "leads").map((one) => {
      const team = members(one);
      return { name: textIn(team, "name"), mayRead: team["may_read"] === true };
    }),
  );
}

export async function acceptInvite(
  send: Send,
  invite: string,
  accept: Sealed,
): Promise<Answer<null>> {
  const path = `${API}/pairings/${invite}/`;
  return nothing(await send({ method: "PUT", path, body: { accept } }));
}

/** Either of the two may; what was shared under it is served no more. */
export async function endPairing(send: Send, invite: string): Promise<Answer<null>> {
  return nothing(await send({ method: "DELETE", path: `${API}/pairings/${invite}/` }));
}

export async function giveCopy(send: Send, given: Given): Promise<Answer<Stamp & { seq: number }>> {
  const ask = { method: "POST", path: `${API}/copies/`, timeoutMs: GIVE_TIMEOUT_MS } as const;
  const reply = await send({ ...ask, body: given });
  return answerOf(reply, (body) => ({ ...stampIn(body), seq: wholeIn(body, "seq") }));
}

export async function readInbox(send: Send): Promise<Answer<Waiting[]>> {
  const reply = await send({ path: `${API}/inbox/` });
  return answerOf(reply, (body) => listIn(body, "results").map((one) => waitingIn(members(one))));
}

/** The owner's ledger says from now on that it was opened, once for each `opening`. */
export async function openWaiting(
  send: Send,
  item: string,
  opening: string,
): Promise<Answer<{ body: Sealed; grant: Sealed }>> {
  const path = `${API}/copies/${item}/open/`;
  const reply = await send({ method: "POST", path, body: { opening } });
  return answerOf(reply, (body) => ({
    body: asSealed(body["body"]),
    grant: asSealed(body["grant"]),
  }));
}

export async function sendReply(send: Send, item: string, body: Sealed): Promise<Answer<null>> {
  const path = `${API}/copies/${item}/replies/`;
  return nothing(await send({ method: "POST", path, body: { body } }));
}

type Feed = { account: string; epoch: string };

export async function readLedger(
  send: Send,
  feed: Feed,
  after: number,
): Promise<Answer<LedgerPage>> {
  const reply = await send({ path: `${API}/ledger/`, query: { ...feed, after } });
  return answerOf(reply, (body) => ({
    ...stampIn(body),
    n: wholeIn(body, "n"),
    hash: textIn(body, "hash"),
    more: body["more"] === true,
    served: body["served"] !== false,
    events: textsIn(body, "events"),
  }));
}

/** Says after a restore that everything of this device is there: copies are served again. */
export async function sayAllIsThere(send: Send, feed: Feed): Promise<Answer<null>> {
  return nothing(await send({ method: "POST", path: `${API}/ledger/`, body: feed }));
}

function nothing(reply: Reply): Answer<null> {
  return answerOf({ ...reply, body: reply.body ?? {} }, () => null);
}

function pairingIn(said: Members): Pairing {
  const { agent, lead, accept } = said;
  return {
    invite: textIn(said, "invite"),
    coach: textIn(said, "coach"),
    agent: typeof agent === "string" ? agent : null,
    state: textIn(said, "state"),
    lead: typeof lead === "boolean" ? lead : null,
    accept: typeof accept === "string" ? asSealed(accept) : null,
  };
}

function waitingIn(said: Members): Waiting {
  return {
    item: textIn(said, "item"),
    owner: textIn(said, "owner"),
    grant: asSealed(said["grant"]),
    sharedOn: textIn(said, "shared_on"),
    until: wholeIn(said, "until"),
    opened: said["opened"] === true,
    answered: said["answered"] === true,
  };
}
