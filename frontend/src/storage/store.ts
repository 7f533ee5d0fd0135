import type { Del } from "../crypto/ck1/body.ts";
import type { Sealed } from "../crypto/ck1/brands.ts";

/** One revision as it lies on this device: what its header says, and its tokens. */
export type Row = {
  rev: string;
  item: string;
  kind: string;
  parents: string[];
  of?: string;
  day?: string;
  written?: string;
  del: Del;
  /** Null once the words are gone by a tombstone. */
  body: Sealed | null;
  slot: Sealed | null;
  sha: string;
  /** Its place on the server in this epoch; null while the server is not known to have it. */
  seq: number | null;
  /** 1 until the server has acknowledged it. Nothing else empties the outbox. */
  unsent: 0 | 1;
  /** The server holds it emptied, and no opened tombstone says why. */
  hollow?: 1;
  /** Why it is not believed; it lies here unread. */
  bad?: string;
  /** Its dates have been held against the server's clock. */
  dated?: 1;
  /** What it was called before it was sealed anew, here only, the first name first. */
  was?: readonly string[];
  /** Of a copy given from this device: what goes with it, in one request. */
  share?: Share;
};

/** What lets one reader open a copy, and the consent that allows it. */
export type Share = { grant: Sealed; consent: Sealed };

/** A revision the server refused for good: kept, shown, and tried again by another build of the app. */
export type Attention = { rev: string; item: string; code: string; build: string };

export type Account = { id: string; email: string };
export type VaultParts = {
  gen: number;
  keybag: Sealed;
  wraps: { kid: string; token: Sealed }[];
  keycard: Sealed;
  /** The keycards before it, oldest first: a server that was restored may lack some of them. */
  before?: Sealed[];
};

/** Keys that may be the account's already: only the vault on the server can tell. */
export type Pending = VaultParts & {
  /** Their root, wrapped under D before anything is sent. */
  root: Sealed;
  /** Which recovery code they come with. */
  n: number;
};

/** The ledger as far as it was followed in this epoch; `before`: what it said before a restore. */
export type KeptLedger = {
  epoch: string;
  n: number;
  hash: string;
  events: string[];
  before: string[];
};

export type Meta = {
  /** Whose feed these rows are. */
  account: Account | null;
  /** Who is signed in here while the rows are still nobody's: the vault has not been opened yet. */
  guest: Account | null;
  epoch: string;
  cursor: number;
  /** D, and the root wrapped under it; both absent once signed out. */
  device: CryptoKey | null;
  root: Sealed | null;
  /** The account's keybag this root has opened. Nothing is pushed before there is one. */
  vault: { gen: number; keybag: Sealed } | null;
  /** What the vault is, or was, made of: sent again until the server has it, and after a restore. */
  parts: VaultParts | null;
  recovery: { n: number; confirmed: boolean };
  /** Rotations whose outcome is not known: the vault's keybag decides. */
  pending: Pending[];
  /** A later generation of the vault was met, whose root this device has not been given. */
  awaits: number | null;
  /** Wraps that a newer recovery code has replaced and the server still holds. */
  dropWraps: string[];
  alarms: { code: string; item?: string; rev?: string }[];
  /** Null until something was shared. */
  ledger: KeptLedger | null;
  /** All that was here is elsewhere, and it is about to be deleted: until it is opened anew it takes no rows. */
  over: boolean;
};

export const EMPTY_META: Meta = {
  account: null,
  guest: null,
  epoch: "",
  cursor: 0,
  device: null,
  root: null,
  vault: null,
  parts: null,
  recovery: { n: 0, confirmed: false },
  pending: [],
  awaits: null,
  dropWraps: [],
  alarms: [],
  ledger: null,
  over: false,
};

/** One change, in one strict transaction: all of it is on the disk, or nothing is. */
export type Plan = {
  /** Whose rows `change` is shown, read inside the transaction. */
  items?: readonly string[] | "all";
  /** Pure and quick; throwing undoes the whole plan. */
  change?: (rows: readonly Row[]) => { put?: readonly Row[]; drop?: readonly string[] };
  meta?: Partial<Meta> | ((meta: Meta) => Partial<Meta>);
  /** The plan holds only while these are so; else it throws `Outdated`. */
  when?: { epoch: string; cursor: number };
  attention?: { put?: readonly Attention[]; drop?: readonly string[] };
  /** What was being typed, kept or, with null, dropped together with all this. */
  draft?: { key: string; token: Sealed | null };
};

/** Something else changed the store between reading and writing; the caller looks again. */
export class Outdated extends Error {
  override readonly name = "Outdated";
}

export interface Store {
  readonly name: string;
  all(): Promise<Row[]>;
  rowsOf(item: string): Promise<Row[]>;
  /** Those of the named revisions that lie here. */
  rows(revs: readonly string[]): Promise<Row[]>;
  unsent(): Promise<Row[]>;
  /** How many wait to be sent. */
  countUnsent(): Promise<number>;
  hollow(): Promise<Row[]>;
  /** Revisions the server is known to have in this epoch. */
  acknowledged(): Promise<string[]>;
  /** Revisions neither waiting to be sent nor known to be on the server. */
  lost(): Promise<string[]>;
  meta(): Promise<Meta>;
  attention(): Promise<Attention[]>;
  /** Resolves, with the rows put, once the disk has them. A store that is over throws `StorageTrouble`. */
  update(plan: Plan): Promise<readonly Row[]>;
  draft(key: string): Promise<Sealed | undefined>;
  putDraft(key: string, token: Sealed | null): Promise<void>;
  draftKeys(): Promise<string[]>;
  close(): void;
}
