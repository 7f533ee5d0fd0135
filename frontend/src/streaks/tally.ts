/** Counting a run, with the pauses that soften it (the same for days and for weeks). */

/** How pauses are come by: one for so many counted, and so many held at most. */
export type Grace = { earnEvery: number; cap: number };

/** How far the counting has come. `progress` is what was counted towards the next pause. */
export type Tally = { run: number; longest: number; pauses: number; progress: number };

export const NOTHING_COUNTED: Tally = { run: 0, longest: 0, pauses: 0, progress: 0 };

/** One more counted. It brings the next pause nearer; while all are held nothing is banked. */
export function afterDone({ run, longest, pauses, progress }: Tally, grace: Grace): Tally {
  const grown = { run: run + 1, longest: Math.max(longest, run + 1) };
  if (pauses >= grace.cap) return { ...grown, pauses, progress };
  if (progress + 1 < grace.earnEvery) return { ...grown, pauses, progress: progress + 1 };
  return { ...grown, pauses: pauses + 1, progress: 0 };
}

/** One missed. A pause held is used by itself; without one the run ends, and what it had earned. */
export function afterMissed(tally: Tally): Tally {
  if (tally.pauses > 0) return { ...tally, pauses: tally.pauses - 1 };
  return { ...NOTHING_COUNTED, longest: tally.longest };
}
