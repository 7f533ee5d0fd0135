import type { Sealed } from "../crypto/ck1/brands.ts";
import * as invites from "../crypto/ck1/invite.ts";
import { publicOf } from "../crypto/ck1/keys.ts";
import { safetyNumber } from "../crypto/ck1/safety.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { JournalTrouble } from "../errors.ts";
import type { Hands } from "../feeds/hands.ts";
import { orThrow } from "../http/answers.ts";
import {
  acceptInvite,
  endPairing,
  openInvite,
  type Pairing,
  readPairing,
  readPairings,
} from "../http/sharing.ts";
import { journalDay } from "../streaks/day.ts";
import { areKeysOf, changePin, ownOf, pin, presentKeys } from "./own.ts";
import { keysOf, peopleIn, personIn } from "./pins.ts";
import type { Answered, How, Keys, Meeting, Seen } from "./shape.ts";

const KEPT = "invitations";
const MOST_KEPT = 20;
type Kept = { text: string; how: How };

export function meetingOf(hands: Hands): Meeting {
  return { ...asAgent(hands), ...asCoach(hands), ...asEither(hands) };
}

const dayOf = (hands: Hands) => journalDay(new Date(hands.parts().now()), hands.parts().dayRule());

function asAgent(hands: Hands) {
  const { send } = hands.parts();
  return {
    look: (text, how) => look(hands, inviteIn(text), how),
    pair: async ({ invite, keys, how }, name) => {
      const own = ownOf(hands);
      const accept = await invites.signAccept(invite, own.id, own);
      orThrow(await acceptInvite(send, await invites.inviteId(invite), accept));
      const verified = how === "qr" ? how : undefined;
      const about = { name, on: dayOf(hands), verified, role: "coach" } as const;
      await pin(hands, invite.coach, keys, about);
    },
  } satisfies Partial<Meeting>;
}

/** Believes an invitation only where the server shows the very keys it names. */
async function look(hands: Hands, invite: invites.Invite, how: How): Promise<Seen> {
  const { id } = ownOf(hands);
  const answer = await readPairing(hands.parts().send, await invites.inviteId(invite));
  if (!answer.ok && answer.refusal.status === 404) throw new JournalTrouble("invite-over");
  const { lead, coach, state } = orThrow(answer);
  if (state !== "open" || coach !== invite.coach || id === coach) {
    throw new JournalTrouble("invite-over");
  }
  if (lead === false) throw new JournalTrouble("lead-of-own-team");
  const keys = await presentKeys(hands, coach);
  if (!(await areKeysOf(keys, invite))) throw new JournalTrouble("other-keys");
  return { invite, keys, lead: lead === true, how };
}

function inviteIn(text: string): invites.Invite {
  try {
    return invites.readInvite(text.trim().split("#").at(-1) ?? "");
  } catch (cause) {
    if (cause instanceof Ck1Trouble) throw new JournalTrouble("not-an-invite", { cause });
    throw cause;
  }
}

function asCoach(hands: Hands) {
  const { send } = hands.parts();
  const kept = async () =>
    (((await hands.draft(KEPT))?.["list"] ?? []) as Kept[]).slice(0, MOST_KEPT);
  return {
    invite: async (how) => {
      const own = ownOf(hands);
      const pair = { enc: publicOf(own.enc), sig: publicOf(own.sig) };
      const invite = await invites.newInvite(own.id, pair);
      const text = invites.inviteText(invite);
      await hands.saveDraft(KEPT, { v: 1, list: [{ text, how }, ...(await kept())] });
      return { text, teams: orThrow(await openInvite(send, await invites.inviteId(invite))) };
    },
    answered: async () => {
      const own = ownOf(hands);
      const pairings = orThrow(await readPairings(send));
      const mine = pairings.filter(({ coach, agent }) => coach === own.id && agent !== null);
      const shown = await kept();
      const found = await Promise.all(mine.map((one) => answeredBy(hands, one, shown)));
      return found.filter((one) => one !== undefined);
    },
    welcome: async ({ person, keys, how }, name) => {
      const verified = how === "qr" ? how : undefined;
      await pin(hands, person, keys, { name, on: dayOf(hands), verified, role: "agent" });
    },
  } satisfies Partial<Meeting>;
}

/** Undefined where this very person is pinned already. Throws `forged-answer`. */
async function answeredBy(
  hands: Hands,
  { agent, accept, invite }: Pairing,
  shown: readonly Kept[],
): Promise<Answered | undefined> {
  if (agent === null || accept === null) return undefined;
  const known = peopleIn(hands).find(({ person, ended }) => person === agent && !ended);
  const found = await invitationOf(invite, shown);
  if (found === undefined) {
    if (known !== undefined) return undefined;
    return { person: agent, keys: await presentKeys(hands, agent), how: null, invite };
  }
  const keys = await keysIn(accept, found.read, agent);
  const isPinned = known !== undefined && (await areKeysOf(keys, known));
  return isPinned ? undefined : { person: agent, keys, how: found.how, invite };
}

/** The keys of whoever was shown this very invitation. */
async function keysIn(accept: Sealed, invite: invites.Invite, agent: string): Promise<Keys> {
  try {
    const { own, enc, sig } = await invites.openAccept(accept, invite);
    if (own !== agent) throw new Ck1Trouble("signature", "somebody else has answered");
    return { enc, sig };
  } catch (cause) {
    if (cause instanceof Ck1Trouble) throw new JournalTrouble("forged-answer", { cause });
    throw cause;
  }
}

async function invitationOf(id: string, shown: readonly Kept[]) {
  for (const { text, how } of shown) {
    const read = invites.readInvite(text);
    if ((await invites.inviteId(read)) === id) return { read, how };
  }
  return undefined;
}

function asEither(hands: Hands) {
  const { send } = hands.parts();
  return {
    number: async (person) => {
      const own = ownOf(hands);
      const found = personIn(hands, person);
      const keys = found && (await keysOf(found));
      if (keys === undefined) throw new JournalTrouble("not-verified");
      return safetyNumber({ id: own.id, enc: own.enc, sig: own.sig }, { id: person, ...keys });
    },
    same: (person) =>
      changePin(hands, person, (now) => {
        if (now === undefined) throw new JournalTrouble("not-verified");
        return { ...now, verified: "number" };
      }),
    endPairing: async (person) => {
      for (const { invite, coach, agent } of orThrow(await readPairings(send))) {
        if (coach === person || agent === person) orThrow(await endPairing(send, invite));
      }
      await ended(hands, person);
    },
    renew: async () => {
      const pairings = orThrow(await readPairings(send));
      const still = new Set(pairings.flatMap(({ coach, agent }) => [coach, agent]));
      for (const { person, ended: over } of peopleIn(hands)) {
        if (over === undefined) await lookAt(hands, person, still.has(person));
      }
    },
  } satisfies Partial<Meeting>;
}

/** Other keys than those pinned end it as well: until they are verified anew nothing is sealed to them. */
async function lookAt(hands: Hands, person: string, isPaired: boolean): Promise<void> {
  const found = personIn(hands, person);
  if (found === undefined) return;
  const keys = await shownKeys(hands, person);
  const changed = keys !== undefined && !(await areKeysOf(keys, found));
  if (!isPaired || changed) return ended(hands, person, changed);
  if (found.keys !== undefined || keys === undefined) return;
  await changePin(hands, person, (now) => ({ ...found, ...now, keys }));
}

/** Of somebody who has left, or with whom it is over, nothing is shown any more. */
async function shownKeys(hands: Hands, person: string): Promise<Keys | undefined> {
  try {
    return await presentKeys(hands, person);
  } catch (trouble) {
    if (trouble instanceof JournalTrouble && trouble.code === "not-found") return undefined;
    throw trouble;
  }
}

/** The pin stays, to know old replies by; nothing new is sealed to it. */
function ended(hands: Hands, person: string, changed = false): Promise<void> {
  return changePin(hands, person, (now) => {
    if (now === undefined) throw new JournalTrouble("not-verified");
    return { ...now, ended: dayOf(hands), ...(changed ? { changed } : {}) };
  });
}
