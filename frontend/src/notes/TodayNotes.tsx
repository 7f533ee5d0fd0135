import type { JSX } from "preact";

/** What one wanted to come back to, when it is time. */
export function TodayNotes(): JSX.Element | null {
  return null;
}
