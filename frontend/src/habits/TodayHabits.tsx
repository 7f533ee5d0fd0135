import type { JSX } from "preact";

/** The habits of today, and the streak where it is wanted. */
export function TodayHabits(): JSX.Element | null {
  return null;
}
