/**
 * What the screens know of this device: items opened in memory, one door to write, one to sync.
 * Everything below (sealing, storage, http) is reached through it.
 */
import type { DeviceState } from "./state.ts";
import type { Change, OpenItem, Words } from "./words.ts";

export type { Alarm, DeviceState, SyncState } from "./state.ts";
export type { Change, OpenItem, Words } from "./words.ts";

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
