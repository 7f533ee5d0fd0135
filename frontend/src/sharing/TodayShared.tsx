import type { JSX } from "preact";

/** What came back from a coach. */
export function TodayShared(): JSX.Element | null {
  return null;
}
