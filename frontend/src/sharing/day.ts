import type { Letter } from "./shape.ts";

/** How many new copies a coach reads in a day; wishes for backup are never among them. */
export const A_DAY = 5;

/** A coach's day: backup first, then at most five that are new, then what was opened before. */
export type CoachDay = {
  backup: Letter[];
  fresh: Letter[];
  before: Letter[];
  /** More is there, and waits well until tomorrow. */
  isEnough: boolean;
};

/** `takenUp`: which copies were opened today. Backup that is not answered stays first, opened or not. */
export function dayOf(letters: readonly Letter[], takenUp: readonly string[]): CoachDay {
  const backup = letters.filter((one) => one.backup && !one.answered);
  const others = letters.filter((one) => !backup.includes(one));
  const fresh = others.filter((one) => !one.opened);
  const before = others.filter((one) => one.opened);
  const left = Math.max(0, A_DAY - takenUp.length);
  return { backup, fresh: fresh.slice(0, left), before, isEnough: fresh.length > left };
}
