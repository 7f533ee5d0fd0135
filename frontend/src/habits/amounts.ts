import type { OpenItem } from "../feeds/device.ts";
import type { Day } from "../streaks/day.ts";
import { amountOf } from "./habit.ts";

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
