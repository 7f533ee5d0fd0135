import { JournalTrouble } from "../errors.ts";
import type { Accounts, Hands } from "./hands.ts";

export type { Accounts, Changed, Hands } from "./hands.ts";

const DOORS = [
  "signUp",
  "signIn",
  "confirmEmail",
  "resendEmailCode",
  "unlock",
  "startOver",
  "adopt",
  "newRecoveryCode",
  "confirmRecoveryCode",
  "changeKeys",
  "offerLink",
  "takeLink",
  "giveLink",
  "addPasskey",
  "unlockByPasskey",
  "sessions",
  "endSession",
  "signOut",
  "leave",
  "leavingOn",
  "stay",
  "eraseHere",
  "takeAlong",
  "sharing",
] as const satisfies (keyof Accounts)[];

/** All of it is seldom needed, so it is loaded when the first of these doors is opened. */
export function accountsOf(hands: Hands): Accounts {
  let loaded: Promise<Accounts> | undefined;
  const load = async () => {
    loaded ??= import("../people/doors.ts").then(({ doorsOf }) => doorsOf(hands));
    return loaded.catch((cause: unknown) => {
      loaded = undefined;
      throw new JournalTrouble("no-connection-yet", { cause });
    });
  };
  const door =
    (name: keyof Accounts) =>
    async (...given: never[]) =>
      ((await load())[name] as (...all: never[]) => unknown)(...given);
  return Object.fromEntries(DOORS.map((name) => [name, door(name)])) as unknown as Accounts;
}
