/**
 * What the screens know of this device: items opened in memory, one door to write, one to sync.
 * Everything below (sealing, storage, http) is reached through it.
 */

/** The plain words of an item, by the item page's shapes; unknown members are kept. */
export type Words = { v: 1; t?: string; [member: string]: unknown };

/** A wish to write: `item` absent makes a new one, `day` is the journal day. */
export type Change = { item?: string; kind: string; of?: string; day?: string; words: Words };

/** One item as the person sees it: its chosen head, and the other heads if devices disagree. */
export type OpenItem = {
  item: string;
  rev: string;
  kind: string;
  of?: string;
  day?: string;
  written?: string;
  words: Words;
  unsent: boolean;
  others: OpenItem[];
};

export type Alarm = {
  code:
    | "does-not-open"
    | "swapped"
    | "forged"
    | "withheld"
    | "emptied-without-tombstone"
    | "replayed-generation"
    | "rolled-back";
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
  account: { id: string; email: string } | null;
  unlocked: boolean;
  unsent: number;
  attention: { rev: string; item: string; code: string }[];
  sync: SyncState;
  alarms: Alarm[];
  recoveryConfirmed: boolean;
  /** Entries written here before signing in to an account that exists, waiting for a yes. */
  writtenBefore: number;
};

export interface Device {
  readonly state: DeviceState;
  /** Tells of every change of state or items; returns the way to stop listening. */
  subscribe(listener: (state: DeviceState) => void): () => void;
  /** Newest day first, then newest written. */
  items(kind?: string): readonly OpenItem[];
  item(id: string): OpenItem | undefined;
  /** Resolves only once the sealed revision is on the disk; throws `StorageTrouble`. */
  save(change: Change): Promise<OpenItem>;
  remove(item: string, how: "keep-day" | "forget"): Promise<void>;
  saveDraft(key: string, words: Words): Promise<void>;
  draft(key: string): Promise<Words | undefined>;
  dropDraft(key: string): Promise<void>;
  sync(): Promise<void>;
  /** Makes the account from what was written here; the code is to be shown once. */
  signUp(email: string, password: string): Promise<{ recoveryCode: string }>;
  signIn(email: string, password: string): Promise<"open" | "code-needed">;
  /** Throws a `JournalTrouble` of code `code-typo` or `code-wrong`. */
  unlock(recoveryCode: string): Promise<void>;
  /** Answers "n entries were written here before sign-in. Yours?". */
  adopt(yes: boolean): Promise<void>;
  newRecoveryCode(): Promise<string>;
  confirmRecoveryCode(): Promise<void>;
  signOut(): Promise<void>;
}

export async function openDevice(): Promise<Device> {
  throw new Error("not ready");
}
