import type { OpenItem } from "../feeds/device.ts";

/** A habit as the screens see it; whatever wrote it, a missing or foreign member shows nothing. */
export type Habit = {
  item: string;
  name: string;
  cue: string;
  technique: string | undefined;
  unit: string | undefined;
  target: number | undefined;
  pinned: boolean;
  archived: boolean;
  goal: string | undefined;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

export function amountOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}

export function habitOf({ item, of, words }: Pick<OpenItem, "item" | "of" | "words">): Habit {
  return {
    item,
    name: textOf(words["name"]) ?? "",
    cue: textOf(words["cue"]) ?? "",
    technique: textOf(words["technique"]),
    unit: textOf(words["unit"]),
    target: amountOf(words["target"]),
    pinned: words["pinned"] === true,
    archived: words["archived"] === true,
    goal: of,
  };
}

/** Those one goes on with, by name. */
export function activeHabits(items: readonly OpenItem[]): Habit[] {
  const active = items.map(habitOf).filter((habit) => !habit.archived);
  return active.sort((one, other) => one.name.localeCompare(other.name));
}
