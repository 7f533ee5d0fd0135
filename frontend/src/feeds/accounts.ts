import { JournalTrouble } from "../errors.ts";
import type { SignedIn } from "../http/sessions.ts";
import type { Offer } from "../keys/link.ts";
import type { Home } from "../people/home.ts";
import type { Registry } from "../storage/registry.ts";
import type { Parts } from "./journal.ts";
import type { DeviceState, SyncState } from "./state.ts";

const MOST_TRIES = 3;

/** What signing in leads to: the code of a vault just made is to be shown once. */
export type Entered = { next: "open" | "code-needed"; recoveryCode?: string };

/** The device's side towards an account: signing up, in and out, and the ways back. */
export interface Accounts {
  /** Makes the account from what was written here; the code is to be shown once. */
  signUp(email: string, password: string): Promise<{ recoveryCode: string }>;
  /** With `shared` nothing is kept on this device: all of it is gone with the page. */
  signIn(
    email: string,
    password: string,
    how?: { shared: boolean },
  ): Promise<"open" | "code-needed">;
  /** After `confirm-email`: the code from the mail. Throws `mail-code-wrong` or `mail-code-over`. */
  confirmEmail(code: string): Promise<Entered>;
  /** Sends the mail once more. */
  resendEmailCode(): Promise<void>;
  /** Throws a `JournalTrouble` of code `code-typo` or `code-wrong`. */
  unlock(recoveryCode: string): Promise<void>;
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
  /** A file of what the server does not have: readable, and sealed as it lies here. */
  takeAlong(): Promise<string>;
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
};

/** Seldom needed, so it is loaded when somebody signs up, in or out. */
function needed<T>(module: Promise<T>): Promise<T> {
  return module.catch((cause: unknown) => {
    throw new JournalTrouble("no-connection-yet", { cause });
  });
}
const entering = () => needed(import("../people/account.ts"));
const leaving = () => needed(import("../people/leaving.ts"));
const rotating = () =>
  needed(Promise.all([import("../keys/rotation.ts"), import("../http/sessions.ts")])).then(
    ([keys, sessions]) => ({ ...keys, ...sessions }),
  );
const passkeys = () => needed(import("../keys/passkey.ts"));
const links = () => needed(import("../keys/link.ts"));
const codes = () => needed(import("../keys/codes.ts"));

export function accountsOf(hands: Hands): Accounts {
  return {
    ...comingIn(hands),
    ...waysBack(hands),
    ...keysAndDevices(hands),
    ...goingOut(hands),
  };
}

function comingIn(hands: Hands) {
  const { parts, inTurn } = hands;
  // Signing in may need a code from a mail first: it goes on where it was begun.
  let begun: { registry: Registry; home: Home } | undefined;
  return {
    signUp: (email, password) =>
      inTurn(async (home) => {
        const { signUp } = await entering();
        const made = await signUp(parts(), home, email, password);
        return { home: made.home, result: { recoveryCode: made.code } };
      }),
    signIn: (email, password, { shared } = { shared: false }) =>
      inTurn(async (home) => {
        const { signIn } = await entering();
        begun = shared ? await beginInMemory(hands, home) : undefined;
        const { registry, home: from } = begun ?? { registry: parts().registry, home };
        const entered = await signIn({ ...parts(), registry }, from, email, password);
        return { home: entered.home, result: entered.next, registry };
      }),
    confirmEmail: (code) =>
      inTurn(async (home) => {
        const { confirmEmail } = await entering();
        const { registry, home: from } = begun ?? { registry: parts().registry, home };
        const entered = await confirmEmail({ ...parts(), registry }, from, code);
        const { next, code: made } = entered;
        const result = { next, ...(made === undefined ? {} : { recoveryCode: made }) };
        return { home: entered.home, result, registry };
      }),
    resendEmailCode: async () => (await entering()).resendEmailCode(parts().send),
    adopt: (yes) =>
      inTurn(async (home) => {
        await (await entering()).adopt(parts().registry, home, yes);
        return { home: { ...home }, result: undefined };
      }),
  } satisfies Partial<Accounts>;
}

async function beginInMemory({ parts, disk }: Hands, home: Home) {
  const isStill = () => parts().registry !== disk;
  return (await entering()).beginInMemory({ ...parts(), registry: disk }, home, isStill);
}

function waysBack({ parts, home, inTurn, tell }: Hands) {
  return {
    unlock: (recoveryCode) =>
      inTurn(async (from) => ({
        home: await (await entering()).unlock(parts(), from, recoveryCode),
        result: undefined,
      })),
    newRecoveryCode: () =>
      inTurn(async (from) => ({
        home: from,
        result: await (await codes()).newRecoveryCode(parts(), from),
      })),
    addPasskey: async () => (await passkeys()).addPasskey(parts(), home()),
    unlockByPasskey: () =>
      inTurn(async (from) => ({
        home: await (await passkeys()).unlockByPasskey(parts(), from),
        result: undefined,
      })),
    offerLink: async () => (await links()).offerLink(),
    takeLink: async (offer) => {
      const { lookForLink, openByLink } = await links();
      const token = await lookForLink(parts(), offer);
      if (token === null) return false;
      return inTurn(async (from) => ({
        home: await openByLink(parts(), from, offer, token),
        result: true,
      }));
    },
    giveLink: async (text) => (await links()).giveLink(parts(), home(), text),
    confirmRecoveryCode: async () => {
      await (await codes()).confirmRecoveryCode(parts(), home());
      await tell();
    },
  } satisfies Partial<Accounts>;
}

function keysAndDevices(hands: Hands) {
  const { parts, inTurn } = hands;
  return {
    changeKeys: async (password) => {
      const { reauthenticate, rotate } = await rotating();
      await reauthenticate(parts().send, password);
      return whileFeedMoves(async () => {
        await readToTheHead(hands);
        return inTurn(async (home) => {
          const made = await rotate(parts(), home);
          return { home: made.home, result: made.code };
        });
      });
    },
    sessions: async () => (await rotating()).readSessions(parts().send),
    endSession: async (id) => (await rotating()).endSessions(parts().send, [id]),
  } satisfies Partial<Accounts>;
}

/** Somebody wrote between reading and renewing: then both are done once more. */
async function whileFeedMoves<T>(work: () => Promise<T>, tries = MOST_TRIES): Promise<T> {
  try {
    return await work();
  } catch (trouble) {
    const isMoved = trouble instanceof JournalTrouble && trouble.code === "feed-moved";
    if (!isMoved || tries <= 1) throw trouble;
    return whileFeedMoves(work, tries - 1);
  }
}

/** What the new keys do not know of could never be opened again. */
async function readToTheHead({ sync, state }: Hands): Promise<void> {
  await sync();
  const now = state();
  if (now.sync !== "idle") throw new JournalTrouble(NOT_READ[now.sync] ?? "server-trouble");
  if (now.alarms.length > 0) throw new JournalTrouble("alarmed");
}
const NOT_READ: Partial<Record<SyncState, string>> = {
  offline: "offline",
  locked: "locked",
  "sign-in-needed": "sign-in-needed",
};

function goingOut({ parts, home, disk, inTurn }: Hands) {
  return {
    signOut: (unsent = "keep") =>
      inTurn(async (from) => ({
        home: await (await leaving()).signOut(parts(), from, unsent, disk),
        result: undefined,
        registry: disk,
      })),
    takeAlong: async () => (await leaving()).takeAlong(home()),
  } satisfies Partial<Accounts>;
}
