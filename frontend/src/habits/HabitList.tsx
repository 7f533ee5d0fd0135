import type { JSX } from "preact";

/** The habits one keeps, below the goals. */
export function HabitList(): JSX.Element | null {
  return null;
}
