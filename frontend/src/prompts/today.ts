import type { Change, OpenItem, Words } from "../feeds/words.ts";
import type { Phase, Prompt } from "../library/catalogue.ts";
import type { Day } from "../streaks/day.ts";
import { isResting, PASSES_BEFORE_A_TOOL, promptsOfTheDay, type Seen } from "./picking.ts";

export type DayPhase = Extract<Phase, "before-shift" | "after-shift">;
export type Known = {
  prompts: readonly Prompt[];
  entries: readonly Pick<OpenItem, "day" | "words">[];
  seen: ReadonlyMap<string, Seen>;
  dropped: readonly string[];
};

/** Looking back once something was written or the day turns; before that, looking ahead. */
export function phaseOf(hour: string, hasWritten: boolean): DayPhase {
  return hasWritten || hour === "dusk" || hour === "night" ? "after-shift" : "before-shift";
}

const promptIn = (words: Words) => (words["prompt"] as { id?: string } | undefined)?.id;

/**
 * Today's prompts in their order, without what rests or was passed over; none once one of them was
 * answered today. "tool" after two were passed over today.
 */
export function promptsFor(phase: DayPhase, day: Day, known: Known): Prompt[] | "tool" {
  const all = promptsOfTheDay(known.prompts, phase, day);
  const ids = all.map(({ id }) => id);
  const answered = known.entries.some(
    (entry) => entry.day === day && ids.includes(promptIn(entry.words) ?? ""),
  );
  if (answered) return [];
  const passed = ids.filter((id) => isPassed(known.seen.get(id), day));
  if (passed.length >= PASSES_BEFORE_A_TOOL) return "tool";
  return all.filter(
    ({ id, technique_id: tool }) =>
      !rests(known.seen.get(id), day) && !known.dropped.includes(tool),
  );
}

const isPassed = (seen: Seen | undefined, day: Day) => seen?.on === day && seen.passes > 0;

/** What was passed over rests for today; twice in a row, for thirty days. */
function rests(seen: Seen | undefined, day: Day): boolean {
  if (seen === undefined) return false;
  return isPassed(seen, day) || isResting(seen, day);
}

/** The entry that an answer becomes: it counts as a day on which one wrote. */
export function entryFor(
  phase: DayPhase,
  prompt: Prompt,
  answer: string,
  moment: { at: string; tz: string },
): Change {
  const words: Words =
    phase === "after-shift"
      ? { v: 1, t: "after-shift", prompt: { id: prompt.id, answer }, ...moment }
      : { v: 1, t: "before-shift", cards: [], line: answer, prompt: { id: prompt.id }, ...moment };
  return { kind: "entry", words };
}
