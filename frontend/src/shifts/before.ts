import { newId } from "../crypto/ids.ts";
import { EntryInProgress, type Kept } from "../entries/inProgress.ts";
import { type Moment, momentOf } from "../entries/words.ts";
import type { Change } from "../feeds/device.ts";

/** The five points, in their order, and the tool of the library each one is told by. */
export const CARDS = [
  { id: "not-about-you", say: "before.not-about-you", technique: "not-mine" },
  { id: "smile", say: "before.smile", technique: "soft-face" },
  { id: "listen", say: "before.listen", technique: null },
  { id: "my-part", say: "before.my-part", technique: "my-part" },
  { id: "shake", say: "before.shake", technique: "shake-it-out" },
] as const;
export type Card = (typeof CARDS)[number];

export const DRAFT = "before-shift";
const LIMIT_PROMPT = "b-limit-line";

export type Before = Moment & {
  cards: string[];
  /** Today's listening line. */
  line?: string;
  /** All five were wanted. */
  all?: boolean;
  /** The own limit line, where it was written anew, and the entry that keeps it. */
  limit?: string;
  limitItem: string;
};

/** The minute before a shift: which cards were looked at, and the line one takes along. */
export class BeforeInProgress extends EntryInProgress<Before> {
  static begun(now: Date): BeforeInProgress {
    return BeforeInProgress.from({ ...momentOf(now), cards: [], limitItem: newId() }, {});
  }

  static from(members: Before, kept: Kept): BeforeInProgress {
    return new BeforeInProgress(DRAFT, "before-shift", members, kept);
  }

  /** This card was looked at. */
  took({ id }: Card): void {
    const { cards } = this.members.value;
    this.change({ cards: [...cards.filter((card) => card !== id), id] });
  }

  /** What was looked at is kept, whether it was one card or all. */
  async leave(): Promise<void> {
    if (this.members.value.cards.length > 0) await this.finish();
  }

  protected override worded(): Record<string, unknown> {
    const { limit: _l, limitItem: _i, all: _a, ...members } = this.members.value;
    return members;
  }

  /** The limit line stands where a rough call looks for it: in an answer of its own. */
  protected override beside(): Change[] {
    const { limit = "", limitItem: item, at, tz } = this.members.value;
    if (!limit.trim()) return [];
    const prompt = { id: LIMIT_PROMPT };
    const words = {
      v: 1,
      t: "before-shift",
      cards: [],
      line: limit.trim(),
      prompt,
      at,
      tz,
    } as const;
    return [{ item, kind: "entry", words: { ...words, cards: [] } }];
  }
}

/** The step after a card: the next one where all are wanted, else the end. */
export function stepAfter({ id }: Card, { all }: Pick<Before, "all">): string {
  const next = CARDS[CARDS.findIndex((card) => card.id === id) + 1];
  return all && next ? next.id : "end";
}
