import { newId } from "../crypto/ids.ts";
import type { Change, Mark, OpenItem, Words } from "../feeds/device.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import type { Day } from "../streaks/day.ts";
import { dayAfter } from "../streaks/day.ts";
import { BACKFILL_DAYS } from "../streaks/filing.ts";
import { type Often, oftenChange } from "./often.ts";
import { tickOf } from "./ticks.ts";
import { workPatternIn } from "./work.ts";

/** What a person says of a habit. An empty member is not written at all. */
export type HabitWords = {
  name: string;
  cue: string;
  technique: string | undefined;
  unit: string;
  target: number | undefined;
  pinned: boolean;
};

/**
 * Writes a habit and how often it is meant: both, or nothing. Returns its item. `before` is the habit as
 * it was opened: what came since stays beside it.
 */
export async function keepHabit(
  given: HabitWords,
  often: Often,
  { before, goal }: { before?: OpenItem | undefined; goal?: string | undefined },
): Promise<string> {
  const device = await theDevice();
  const item = before?.item ?? newId();
  const schedules = device.items("schedule");
  const standing = { schedules, workPattern: workPatternIn(schedules), today: today.value };
  const habit: Change = {
    ...{ item, kind: "habit", words: wordsOf(given, before) },
    ...(goal === undefined ? {} : { of: goal }),
    ...(before ? { upon: before.rev } : {}),
  };
  await device.saveAll([habit, ...oftenChange(item, often, standing)]);
  return item;
}

function wordsOf(given: HabitWords, before: OpenItem | undefined): Words {
  const kept = Object.entries({ ...before?.words, ...given }).filter(
    ([, value]) => value !== undefined && value !== "" && value !== null,
  );
  return { ...Object.fromEntries(kept), v: 1 };
}

/** Puts a habit away, or takes it up again. Its days stay as they are. */
export async function archiveHabit({ item, words }: OpenItem, archived: boolean): Promise<void> {
  await (await theDevice()).save({ item, kind: "habit", words: { ...words, archived } });
}

/** Says that a habit was done; resolves once it is on the disk. */
export async function tick(habit: string, amount?: number, day?: Day): Promise<void> {
  await (await theDevice()).save(tickOf(habit, new Date(), amount, day));
}

/** Takes back what was ticked of a habit on a day: a tick has no words that could be lost. */
export async function untick(habit: string, day: Day): Promise<void> {
  const device = await theDevice();
  for (const { item } of ticksOn(device.marks(), habit, day)) await device.remove(item, "forget");
}

const ticksOn = (marks: readonly Mark[], habit: string, day: Day) =>
  marks.filter((mark) => mark.kind === "tick" && mark.of === habit && mark.day === day);

/** Whether a tick made now still fills that day: today, and the two days before. */
export const mayTick = (day: Day): boolean =>
  day <= today.value && day >= dayAfter(today.value, -BACKFILL_DAYS);
