import { momentOf } from "../entries/words.ts";
import type { Change, Mark, OpenItem } from "../feeds/device.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import type { Day } from "../streaks/day.ts";

type Kept = { habits: readonly OpenItem[]; marks: readonly Mark[] };

/** The habits that were done on a day, by their items. */
export function doneOn(marks: readonly Mark[], day: Day): Set<string> {
  const ticks = marks.filter((mark) => mark.kind === "tick" && mark.day === day);
  return new Set(ticks.flatMap(({ of }) => of ?? []));
}

/** A tick of a habit, as it is to be written. Without `day` it stands on the day of writing. */
export function tickOf(habit: string, now: Date, amount?: number, day?: Day): Change {
  const counted = amount === undefined ? {} : { amount };
  const words = { v: 1 as const, ...counted, ...momentOf(now) };
  return { kind: "tick", of: habit, words, ...(day === undefined ? {} : { day }) };
}

/** The ticks that finishing a technique on a day amounts to: one for each active habit linked to it and not done yet. */
export function ticksFor(
  technique: string,
  day: Day,
  { habits, marks }: Kept,
  now: Date,
): Change[] {
  const done = doneOn(marks, day);
  return habits
    .filter(({ words }) => words["technique"] === technique && words["archived"] !== true)
    .filter(({ item }) => !done.has(item))
    .map(({ item }) => tickOf(item, now, undefined, day));
}

/** Ticks the habits linked to a technique that was just finished; returns their names. */
export async function tickLinkedHabits(technique: string, day?: Day): Promise<string[]> {
  const device = await theDevice();
  const kept = { habits: device.items("habit"), marks: device.marks() };
  const changes = ticksFor(technique, day ?? today.value, kept, new Date());
  await device.saveAll(changes);
  return changes.map(({ of = "" }) => String(device.item(of)?.words["name"] ?? ""));
}
