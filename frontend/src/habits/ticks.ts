import type { Change, Mark, OpenItem } from "../feeds/device.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import type { Day } from "../streaks/day.ts";
import { activeHabits, amountOf } from "./habit.ts";

type Kept = { habits: readonly OpenItem[]; marks: readonly Mark[] };

/** The habits that were done on a day, by their items. */
export function doneOn(marks: readonly Mark[], day: Day): Set<string> {
  const ticks = marks.filter((mark) => mark.kind === "tick" && mark.day === day);
  return new Set(ticks.flatMap(({ of }) => of ?? []));
}

/** A tick of a habit, as it is to be written. Without `day` it stands on the day of writing. */
export function tickOf(habit: string, now: Date, amount?: number, day?: Day): Change {
  const moment = {
    at: `${now.toISOString().slice(0, 19)}Z`,
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const words = { v: 1 as const, ...(amount === undefined ? {} : { amount }), ...moment };
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
  return activeHabits(habits)
    .filter((habit) => habit.technique === technique && !done.has(habit.item))
    .map((habit) => tickOf(habit.item, now, undefined, day));
}

/** Ticks the habits linked to a technique that was just finished; returns their names. */
export async function tickLinkedHabits(technique: string, day?: Day): Promise<string[]> {
  const device = await theDevice();
  const kept = { habits: device.items("habit"), marks: device.marks() };
  const changes = ticksFor(technique, day ?? today.value, kept, new Date());
  await device.saveAll(changes);
  return changes.map(({ of = "" }) => String(device.item(of)?.words["name"] ?? ""));
}

/** The ticks of a habit on a day, and how much they amount to. */
export function doneOfDay(
  ticks: readonly OpenItem[],
  habit: string,
  day: Day,
): { items: string[]; amount: number } {
  const found = ticks.filter((tick) => tick.of === habit && tick.day === day);
  const amounts = found.map((tick) => amountOf(tick.words["amount"]) ?? 0);
  return {
    items: found.map((tick) => tick.item),
    amount: amounts.reduce((sum, one) => sum + one, 0),
  };
}
