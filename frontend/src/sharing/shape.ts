import type { Invite } from "../crypto/ck1/invite.ts";
import type { EcPublic } from "../crypto/ck1/keys.ts";
import type { OpenItem, Words } from "../feeds/words.ts";
import type { Team, Waiting } from "../http/sharing.ts";
import type { SharingNotice } from "../library/catalogue.ts";

/** Everything between two people: pairing, copies and replies. */
export type Sharing = Meeting & Offering & Coaching;

/** Somebody's public keys. */
export type Keys = { enc: EcPublic; sig: EcPublic };
export type How = "qr" | "link";
/** An invitation that was looked at. `lead`: this coach leads the own team, and the work place allows it. */
export type Seen = { invite: Invite; keys: Keys; lead: boolean; how: How };
/** Somebody who has answered an invitation of mine. `how`: null where it was shown on another device. */
export type Answered = { person: string; keys: Keys; how: How | null; invite: string };
export type Invited = { text: string; teams: Team[] };

/** Coming to hold each other's real keys. */
export type Meeting = {
  /** Throws `not-an-invite`, `other-keys`, `invite-over` or `lead-of-own-team`. */
  look(text: string, how: How): Promise<Seen>;
  pair(seen: Seen, name: string): Promise<void>;
  number(person: string): Promise<string>;
  /** Both see the same number. */
  same(person: string): Promise<void>;
  endPairing(person: string): Promise<void>;
  /** Looks who is still paired, and whether their keys are still those that were pinned. */
  renew(): Promise<void>;
  invite(how: How): Promise<Invited>;
  /** Who has answered and is not pinned yet. */
  answered(): Promise<Answered[]>;
  welcome(answered: Answered, name: string): Promise<void>;
};

/** What is to be handed over, and on which terms; `lines` are those that were shown, as the library has them. */
export type Wish = {
  to: string;
  of: string | null;
  words: Words;
  days: number;
  purpose: string;
  notice: SharingNotice;
};

/** Handing over copies, and what comes back. */
export type Offering = {
  /** Lies on this device, with its grant and consent, until it is sent; the copy's item. */
  share(wish: Wish): Promise<string>;
  /** Whether somebody pinned has signed this reply, to me. */
  isFromPinned(reply: OpenItem): Promise<boolean>;
};

/** A copy in the inbox: whose it is, and whether backup is wanted. Nothing of its words. */
export type Letter = Omit<Waiting, "grant"> & { name: string; backup: boolean };
export type Inbox = {
  letters: Letter[];
  /** Whether something lies there of somebody whose keys are not verified. */
  unverified: boolean;
};
export type Said = { text: string; kind_reply: string | null; state: State | null; record?: true };
export type State = "looking" | "done" | "cannot";

/** The coach's side. Nothing of it is kept on this device. */
export type Coaching = {
  inbox(): Promise<Inbox>;
  /** Opens a copy, and its owner sees that. Throws `copy-gone`, or `copy-not-right`. */
  read(letter: Letter): Promise<Words>;
  reply(letter: Letter, said: Said): Promise<void>;
  /** Which copies were taken up today; a coach reads five a day. */
  takenUp(): Promise<string[]>;
  takeUp(item: string): Promise<void>;
};

/** What a part of the sheet is opened for: an item, a person, a code. */
export type PartProps = { what: string; about: string };
