/** A clock that only goes forward, in milliseconds, and wakes one after a while: on time or late. */
export type Clock = { now: () => number; wake: (afterMs: number, act: () => void) => () => void };

const PAGE: Clock = {
  now: () => performance.now(),
  wake: (afterMs, act) => {
    const timer = setTimeout(act, afterMs);
    return () => clearTimeout(timer);
  },
};

/**
 * Calls `reach` with the index of each mark when its moment comes; marks are milliseconds from now,
 * ascending. Each moment is reckoned from the start, never from the wake-up before it: a late one
 * delays no other. What was slept through is left out. Returns the way to stop.
 */
export function pace(
  marks: readonly number[],
  reach: (index: number) => void,
  clock: Clock = PAGE,
): () => void {
  const start = clock.now();
  let next = 0;
  let cancel: () => void = () => undefined;
  const look = () => {
    const elapsed = clock.now() - start;
    const due = marks.findLastIndex((mark, index) => index >= next && mark <= elapsed);
    if (due >= 0) next = due + 1;
    const mark = marks[next];
    if (mark !== undefined) cancel = clock.wake(mark - elapsed, look);
    if (due >= 0) reach(due);
  };
  look();
  return () => cancel();
}
