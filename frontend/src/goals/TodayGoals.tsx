import type { JSX } from "preact";

/** A goal whose review is due. */
export function TodayGoals(): JSX.Element | null {
  return null;
}
