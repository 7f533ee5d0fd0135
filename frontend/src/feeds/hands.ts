import type { SignedIn } from "../http/sessions.ts";
import type { Offer } from "../keys/link.ts";
import type { Home } from "../people/home.ts";
import type { Sharing } from "../sharing/shape.ts";
import type { Registry } from "../storage/registry.ts";
import type { Parts } from "./journal.ts";
import type { DeviceState } from "./state.ts";
import type { AnyChange, OpenItem, Words } from "./words.ts";

/** What signing in leads to: the code of a vault just made is to be shown once. */
export type Entered = { next: "open" | "code-needed"; recoveryCode?: string };

/** The device's side towards an account: signing up, in and out, and the ways back. */
export interface Accounts {
  /** Makes the account from what was written here; the code is to be shown once. */
  signUp(email: string, password: string): Promise<{ recoveryCode: string }>;
  /** With `shared` nothing is kept on this device: all of it is gone with the page. */
  signIn(email: string, password: string, how?: { shared: boolean }): Promise<Entered>;
  /** After `confirm-email`: the code from the mail. Throws `mail-code-wrong` or `mail-code-over`. */
  confirmEmail(code: string): Promise<Entered>;
  /** Sends the mail once more. */
  resendEmailCode(): Promise<void>;
  /** Throws a `JournalTrouble` of code `code-typo` or `code-wrong`. */
  unlock(recoveryCode: string): Promise<void>;
  /**
   * Every way back is lost: new keys, and a new code. What was sealed before stays shut for good.
   * Needs the password.
   */
  startOver(password: string): Promise<string>;
  /** Answers "n entries were written here before sign-in. Yours?". */
  adopt(yes: boolean): Promise<void>;
  newRecoveryCode(): Promise<string>;
  confirmRecoveryCode(): Promise<void>;
  /**
   * New keys for all that comes, where somebody else may have a phone. Needs the password; returns
   * the new code. Other phones then ask for it; throws `alarmed` where the server is not to be believed.
   */
  changeKeys(password: string): Promise<string>;
  /** What this device shows to one that is open: the text of a QR code. */
  offerLink(): Promise<Offer>;
  /** True once the other device has opened this one. Throws `link-broken`. */
  takeLink(offer: Offer): Promise<boolean>;
  /** Opens the device that shows this text; throws `not-a-link`. */
  giveLink(text: string): Promise<void>;
  /** One more way back; throws `passkey-refused` or `passkey-cannot`. */
  addPasskey(): Promise<void>;
  /** Throws `no-passkey` as well, where the account has none. */
  unlockByPasskey(): Promise<void>;
  /** Where the person is signed in, this device first. */
  sessions(): Promise<SignedIn[]>;
  endSession(id: number): Promise<SignedIn[]>;
  /** What the server does not have is kept here, locked, or goes with the sign-out. */
  signOut(unsent?: "keep" | "discard"): Promise<void>;
  /**
   * Has the account erased on the server, and everything of it on this device at once. Needs the
   * password; returns the day from which nothing is left, before which one may sign in and stay.
   */
  leave(password: string): Promise<string | null>;
  /** That day, if somebody asked for it. */
  leavingOn(): Promise<string | null>;
  stay(): Promise<void>;
  /** Erases what is on this device only, where there is no account. */
  eraseHere(): Promise<void>;
  /** A file of what the server does not have: readable, and sealed as it lies here. */
  takeAlong(): Promise<string>;
  /** Pairing, copies and replies, on both sides. */
  sharing(): Promise<Sharing>;
}

/** A store to go on with; `registry` is where it lies, unless that is where it lay before. */
export type Changed<T> = { home: Home; result: T; registry?: Registry };

/** What the account's side needs of the device. */
export type Hands = {
  parts(): Parts;
  home(): Home;
  /** The stores on the disk, also while somebody works in memory only. */
  disk: Registry;
  /** Runs the work while nothing else runs, then goes over to the store it leaves. */
  inTurn<T>(work: (home: Home) => Promise<Changed<T>>): Promise<T>;
  tell(): Promise<void>;
  sync(): Promise<void>;
  state(): DeviceState;
  items(kind: string): readonly OpenItem[];
  save(change: AnyChange): Promise<OpenItem>;
  draft(key: string): Promise<Words | undefined>;
  saveDraft(key: string, words: Words): Promise<void>;
  /** Tells of rows that were laid on the disk past `save`. */
  wrote(items: readonly string[]): Promise<void>;
};
