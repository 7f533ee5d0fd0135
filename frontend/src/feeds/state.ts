/** Something on the server that cannot be as it ought; the words held here are kept. */
export type Alarm = {
  code:
    | "does-not-open"
    | "swapped"
    | "forged"
    | "withheld"
    | "emptied-without-tombstone"
    | "replayed-generation"
    | "rolled-back"
    | "broken-ledger";
  item?: string;
  rev?: string;
};

export type SyncState =
  | "signed-out"
  | "idle"
  | "working"
  | "offline"
  | "waiting"
  | "sign-in-needed"
  | "locked"
  | "stopped"
  | "update-needed";

export type DeviceState = {
  phase: "starting" | "ready";
  /** `memory`: this browser cannot keep keys; nothing outlives the page. */
  storage: "disk" | "memory";
  /** A shared computer: somebody is signed in here in memory only. */
  shared: boolean;
  account: { id: string; email: string } | null;
  unlocked: boolean;
  unsent: number;
  attention: { rev: string; item: string; code: string }[];
  sync: SyncState;
  alarms: Alarm[];
  recoveryConfirmed: boolean;
  /** How many items stay shut: their keys were lost before this account was begun anew. */
  shut: number;
  /** The browser had emptied its storage, and the session is still there: not unlocked yet. */
  emptied: boolean;
  /** Entries written here before signing in to an account that exists, waiting for a yes. */
  writtenBefore: number;
  /** What was shared, opened and taken back, as the server has written it down: exact texts, oldest first. */
  ledger: readonly string[];
};
