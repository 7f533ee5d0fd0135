import { openCopy, openGrant } from "../crypto/ck1/grant.ts";
import { sealReply } from "../crypto/ck1/reply.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { newId } from "../crypto/ids.ts";
import { JournalTrouble } from "../errors.ts";
import type { Hands } from "../feeds/hands.ts";
import type { Words } from "../feeds/words.ts";
import { orThrow } from "../http/answers.ts";
import { openWaiting, readInbox, sendReply, type Waiting } from "../http/sharing.ts";
import { journalDay } from "../streaks/day.ts";
import { ownOf, trusted } from "./own.ts";
import { isTrusted, keysOf, type Person, personIn } from "./pins.ts";
import type { Coaching, Inbox, Keys, Letter, Said } from "./shape.ts";

const TAKEN_UP = "taken-up";

export function coachingOf(hands: Hands): Coaching {
  const { send } = hands.parts();
  const today = () => journalDay(new Date(hands.parts().now()), hands.parts().dayRule());
  const takenUp = async () => {
    const kept = await hands.draft(TAKEN_UP);
    return kept?.["day"] === today() ? (kept["items"] as string[]) : [];
  };
  return {
    inbox: async () => inboxOf(hands, orThrow(await readInbox(send))),
    read: (letter) => read(hands, letter),
    reply: (letter, said) => reply(hands, letter, said),
    takenUp,
    takeUp: async (item) => {
      const items = [...new Set([...(await takenUp()), item])];
      await hands.saveDraft(TAKEN_UP, { v: 1, day: today(), items });
    },
  };
}

async function inboxOf(hands: Hands, waiting: readonly Waiting[]): Promise<Inbox> {
  const known = waiting.filter(({ owner }) => {
    const person = personIn(hands, owner);
    return person !== undefined && isTrusted(person);
  });
  const letters = await Promise.all(known.map((one) => letterOf(hands, one)));
  const sound = letters.filter((one) => one !== undefined);
  return { letters: sound, unverified: known.length < waiting.length };
}

/** Undefined where the pinned person did not make this grant: it is not that person's. */
async function letterOf(hands: Hands, { grant, ...row }: Waiting): Promise<Letter | undefined> {
  const { person, reader, owner } = await between(hands, row.owner);
  try {
    const { backup } = await openGrant(grant, reader, owner);
    return { ...row, name: person.name, backup };
  } catch (trouble) {
    if (trouble instanceof Ck1Trouble) return undefined;
    throw trouble;
  }
}

async function read(hands: Hands, { item, owner: from }: Letter): Promise<Words> {
  const { reader, owner } = await between(hands, from);
  const answer = await openWaiting(hands.parts().send, item, newId());
  if (!answer.ok && answer.refusal.status === 404) throw new JournalTrouble("copy-gone");
  const now = Math.floor(hands.parts().now() / 1000);
  try {
    const { plain } = await openCopy(orThrow(answer), reader, owner, now);
    return JSON.parse(plain) as Words;
  } catch (cause) {
    if (!(cause instanceof Ck1Trouble)) throw cause;
    throw new JournalTrouble(cause.reason === "expired" ? "copy-gone" : "copy-not-right", {
      cause,
    });
  }
}

async function reply(hands: Hands, { item, owner: to }: Letter, said: Said): Promise<void> {
  const own = ownOf(hands);
  const { keys } = await between(hands, to);
  const iat = Math.floor(hands.parts().now() / 1000);
  const about = { own: to, reader: own.id, item: newId(), rev: newId(), of: item, iat };
  const body = await sealReply({ ...about, words: { v: 1, ...said } }, keys.enc, own.sig);
  const answer = await sendReply(hands.parts().send, item, body);
  if (!answer.ok && answer.refusal.status === 404) throw new JournalTrouble("copy-gone");
  orThrow(answer);
}

type Between = {
  person: Person;
  keys: Keys;
  reader: { id: string; enc: ReturnType<typeof ownOf>["enc"] };
  owner: { id: string; sig: Keys["sig"] };
};

/** Both sides' keys, as they were pinned and verified. Throws `not-verified`. */
async function between(hands: Hands, id: string): Promise<Between> {
  const own = ownOf(hands);
  const person = trusted(hands, id);
  const keys = await keysOf(person);
  if (keys === undefined) throw new JournalTrouble("not-verified");
  return { person, keys, reader: { id: own.id, enc: own.enc }, owner: { id, sig: keys.sig } };
}
