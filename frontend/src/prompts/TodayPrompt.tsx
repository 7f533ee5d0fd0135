import type { JSX } from "preact";

/** One question for today. */
export function TodayPrompt(): JSX.Element | null {
  return null;
}
