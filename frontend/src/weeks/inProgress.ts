import { newId } from "../crypto/ids.ts";
import { EntryInProgress, type Kept } from "../entries/inProgress.ts";
import { type Moment, momentOf, wordsOf } from "../entries/words.ts";
import type { Change, OpenItem } from "../feeds/device.ts";
import type { Week } from "./week.ts";

export const DRAFT = "week";

export type Looking = Moment & {
  iso_week: Week;
  /** What one would like to be ready for, and what helped most. */
  ready?: string;
  helped?: string;
  prompt?: { id: string; answer: string };
  /** Whether there was one thing the coach should know; unsaid where nobody was asked. */
  share?: boolean;
  /** The items it becomes, chosen once: tried again after a doubt, they are the same. */
  note: string;
  entry: string;
  list: string;
};

/** Questions whose answer also stands in a list of one's own, and the member that holds it there. */
const LISTS: Readonly<Record<string, readonly [list: string, member: string]>> = {
  "w-proof": ["proof", "text"],
  "w-good-line": ["phrase", "text"],
  "w-teach": ["for-somebody-new", "text"],
  "w-learn": ["read-next", "text"],
  "w-mentor": ["whom-to-ask", "name"],
  "w-scene": ["follow-up", "text"],
  "w-only-work": ["ask-work", "happens"],
};

/** The list in which the answer to a question stands as well. */
export const listFor = (prompt: string): string | undefined => LISTS[prompt]?.[0];

/** A look at one's own week: it is kept whole at its end, with what was answered. */
export class WeekInProgress extends EntryInProgress<Looking> {
  static begun(now: Date, week: Week, before: OpenItem | undefined): WeekInProgress {
    const ids = { note: before?.item ?? newId(), entry: newId(), list: newId() };
    return WeekInProgress.from({ ...momentOf(now), iso_week: week, ...ids }, {});
  }

  static from(members: Looking, kept: Kept): WeekInProgress {
    return new WeekInProgress(DRAFT, "week", members, kept);
  }

  over(before: OpenItem | undefined): Promise<boolean> {
    return this.keepAll(changesOf(this.members.value, before));
  }
}

/** What a look at a week leaves behind: a note of it, and the answer where there is one. */
export function changesOf(look: Looking, before: Pick<OpenItem, "words"> | undefined): Change[] {
  const { iso_week, ready, helped, share } = look;
  const picked = [ready, helped].filter((id) => id !== undefined);
  const said = { picked: picked.length > 0 ? picked : before?.words["picked"], share };
  const words = { ...before?.words, ...wordsOf("week", { iso_week, ...said }) };
  return [{ item: look.note, kind: "note", words }, ...answered(look)];
}

function answered({ prompt, at, tz, entry, list }: Looking): Change[] {
  const answer = prompt?.answer.trim();
  if (!prompt || !answer) return [];
  const told = wordsOf("after-shift", { prompt: { id: prompt.id, answer }, at, tz });
  const [t, member] = LISTS[prompt.id] ?? [];
  const noted = t && member ? [noteOf(list, t, member, answer)] : [];
  return [{ item: entry, kind: "entry", words: told }, ...noted];
}

const MORE: Readonly<Record<string, Record<string, unknown>>> = {
  "ask-work": { state: "mine" },
  "follow-up": { due: null, done: false },
};

function noteOf(item: string, t: string, member: string, text: string): Change {
  return { item, kind: "note", words: { v: 1, t, [member]: text, ...MORE[t] } };
}

/** What each step of a look is given. */
export type WeekProps = { look: WeekInProgress; next: () => void };
