/** The plain words of an item, by the item page's shapes; unknown members are kept. */
export type Words = { v: 1; t?: string; [member: string]: unknown };

/** Facts that stand in clear, for the server counts with them: work days and days off. */
export type Pub = Readonly<Record<string, unknown>>;

/**
 * A wish to write: `item` absent makes a new one (of a kind there is one of, it is that one), `day` is the journal day.
 * With `join` the words take the place of every head of the item, also of those another device wrote. `upon` is the
 * revision these words were written upon, where it was shown a while ago: what came since stays. `rev` is the new
 * revision's own id, for who must know it before it is laid; tried again it has to be another.
 */
export type Change = {
  item?: string;
  rev?: string;
  kind: string;
  of?: string;
  day?: string;
  words: Words;
  pub?: Pub;
  join?: true;
  upon?: string;
};

/** Words that are made only when they are laid, of what lies there then: nothing changed meanwhile is undone. */
export type LateChange = Omit<Change, "words"> & { words: () => Words };
export type AnyChange = Change | LateChange;

/** What is being typed, under its name; null drops it. */
export type DraftWords = { key: string; words: Words | null };

/** What goes to the disk together with a change; and who is told before anybody else that it is there. */
export type Beside = { draft?: DraftWords; laid?: () => void };

/** One item as the person sees it: its chosen head, and the other heads if devices disagree. */
export type OpenItem = {
  item: string;
  rev: string;
  kind: string;
  of?: string;
  day?: string;
  written?: string;
  words: Words;
  pub?: Pub;
  unsent: boolean;
  /** Nothing of it was ever sent. */
  onlyHere?: true;
  others: OpenItem[];
};

/** A day on which something stands: by a head, or by what is left of one whose words were deleted. */
export type Mark = { item: string; kind: string; of?: string; day: string; written: string };
