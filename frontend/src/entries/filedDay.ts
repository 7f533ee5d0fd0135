import type { Words } from "../feeds/device.ts";
import { dayRule } from "../shell/today.ts";
import { type Day, journalDay } from "../streaks/day.ts";

/** The day that words belong to by their shift: its own, or the clock's where it was taken back. */
export function dayIn(words: Words): { day?: Day } {
  const { shift_on: shift, at } = words;
  if (typeof shift === "string") return { day: shift };
  if (shift !== null || typeof at !== "string") return {};
  return { day: journalDay(new Date(at), dayRule.value) };
}
