import { JournalTrouble } from "../errors.ts";
import type { Accounts, Entered, Hands } from "../feeds/hands.ts";
import type { SyncState } from "../feeds/state.ts";
import { askToLeave, askToStay, readLeaving } from "../http/leaving.ts";
import { endSessions, readSessions, reauthenticate } from "../http/sessions.ts";
import { startOver } from "../keys/anew.ts";
import * as codes from "../keys/codes.ts";
import * as links from "../keys/link.ts";
import * as passkeys from "../keys/passkey.ts";
import { rotate } from "../keys/rotation.ts";
import type { Sharing } from "../sharing/shape.ts";
import type { Registry } from "../storage/registry.ts";
import * as account from "./account.ts";
import type { Home } from "./home.ts";
import * as leaving from "./leaving.ts";

const MOST_TRIES = 3;

/** Every door between this device and an account. */
export function doorsOf(hands: Hands): Accounts {
  return {
    ...comingIn(hands),
    ...waysBack(hands),
    ...keysAndDevices(hands),
    ...goingOut(hands),
    ...handingOver(hands),
  };
}

function comingIn(hands: Hands) {
  const { parts, inTurn } = hands;
  // Signing in may need a code from a mail first: it goes on where it was begun.
  let is: "new" | "known" = "known";
  let begun: { registry: Registry; home: Home } | undefined;
  return {
    signUp: (email, password) =>
      inTurn(async (home) => {
        is = "new";
        const made = await account.signUp(parts(), home, email, password);
        return { home: made.home, result: { recoveryCode: made.code } };
      }),
    signIn: (email, password, { shared } = { shared: false }) =>
      inTurn(async (home) => {
        is = "known";
        begun = shared ? await beginInMemory(hands, home) : undefined;
        const { registry, home: from } = begun ?? { registry: parts().registry, home };
        const entered = await account.signIn({ ...parts(), registry }, from, email, password);
        return { home: entered.home, result: resultOf(entered), registry };
      }),
    confirmEmail: (code) =>
      inTurn(async (home) => {
        const { registry, home: from } = begun ?? { registry: parts().registry, home };
        const entered = await account.confirmEmail({ ...parts(), registry }, from, code, is);
        return { home: entered.home, result: resultOf(entered), registry };
      }),
    resendEmailCode: async () => account.resendEmailCode(parts().send),
    adopt: (yes) =>
      inTurn(async (home) => {
        await account.adopt(parts().registry, home, yes);
        return { home: { ...home }, result: undefined };
      }),
  } satisfies Partial<Accounts>;
}

function resultOf({ next, code }: account.Entered): Entered {
  return { next, ...(code === undefined ? {} : { recoveryCode: code }) };
}

async function beginInMemory({ parts, disk }: Hands, home: Home) {
  const isStill = () => parts().registry !== disk;
  return account.beginInMemory({ ...parts(), registry: disk }, home, isStill);
}

function waysBack({ parts, home, inTurn, tell }: Hands) {
  return {
    unlock: (recoveryCode) =>
      inTurn(async (from) => ({
        home: await account.unlock(parts(), from, recoveryCode),
        result: undefined,
      })),
    startOver: (password) =>
      inTurn(async (from) => {
        const made = await startOver(parts(), from, password);
        return { home: made.home, result: made.code };
      }),
    newRecoveryCode: () =>
      inTurn(async (from) => ({
        home: from,
        result: await codes.newRecoveryCode(parts(), from),
      })),
    addPasskey: async () => passkeys.addPasskey(parts(), home()),
    unlockByPasskey: () =>
      inTurn(async (from) => ({
        home: await passkeys.unlockByPasskey(parts(), from),
        result: undefined,
      })),
    offerLink: async () => links.offerLink(),
    takeLink: async (offer) => {
      const token = await links.lookForLink(parts(), offer);
      if (token === null) return false;
      return inTurn(async (from) => ({
        home: await links.openByLink(parts(), from, offer, token),
        result: true,
      }));
    },
    giveLink: async (text) => links.giveLink(parts(), home(), text),
    confirmRecoveryCode: async () => {
      await codes.confirmRecoveryCode(parts(), home());
      await tell();
    },
  } satisfies Partial<Accounts>;
}

function keysAndDevices(hands: Hands) {
  const { parts, inTurn } = hands;
  return {
    changeKeys: async (password) => {
      await reauthenticate(parts().send, password);
      return whileFeedMoves(async () => {
        await readToTheHead(hands);
        return inTurn(async (home) => {
          const made = await rotate(parts(), home);
          return { home: made.home, result: made.code };
        });
      });
    },
    sessions: async () => readSessions(parts().send),
    endSession: async (id) => endSessions(parts().send, [id]),
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

function goingOut({ parts, home, disk, inTurn, sync, state }: Hands) {
  const eraseHere = () =>
    inTurn(async (from) => ({
      home: await leaving.eraseHere(parts(), from, disk),
      result: undefined,
      registry: disk,
    }));
  const account = () => state().account?.id ?? "";
  return {
    leave: async (password) => {
      await reauthenticate(parts().send, password);
      await sync(); // who stays after all finds on the server what was not sent yet
      const day = await askToLeave(parts().send, account());
      await eraseHere();
      return day;
    },
    leavingOn: async () => readLeaving(parts().send),
    stay: async () => askToStay(parts().send, account()),
    eraseHere,
    signOut: (unsent = "keep") =>
      inTurn(async (from) => ({
        home: await leaving.signOut(parts(), from, unsent, disk),
        result: undefined,
        registry: disk,
      })),
    takeAlong: async () => leaving.takeAlong(home()),
  } satisfies Partial<Accounts>;
}

function handingOver(hands: Hands) {
  let opened: Promise<Sharing> | undefined;
  const open = async () => (await import("../sharing/doors.ts")).sharingOf(hands);
  return {
    sharing: () => {
      opened ??= open().catch((cause: unknown) => {
        opened = undefined;
        throw new JournalTrouble("no-connection-yet", { cause });
      });
      return opened;
    },
  } satisfies Partial<Accounts>;
}
