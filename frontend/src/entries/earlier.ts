import type { Revision } from "../feeds/device.ts";

/** A version that is not shown any more, and what of it did not stay. */
export type Earlier = Revision & { isFirst: boolean; wasJoined: boolean };

/** Not said by the person: when it was, and what only the app asks by. */
const BESIDE = ["v", "t", "at", "tz", "changed_at", "carried", "ready", "shift_on"];

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length);

/** Whether something that was said stands otherwise in the next version, or is gone: adding changes nothing. */
function isLostIn(next: Revision, before: Revision): boolean {
  if (before.day !== undefined && next.day !== before.day) return true;
  return Object.entries(before.words).some(
    ([name, value]) =>
      !BESIDE.includes(name) &&
      isSaid(value) &&
      JSON.stringify(value) !== JSON.stringify(next.words[name]),
  );
}

/**
 * What was written before, the latest first: of all revisions those of which something is not in the next
 * one. The steps of a flow only add, so they leave no trace here. `shown`: what stands now, each way it was
 * written.
 */
export function earlierOf(revisions: readonly Revision[], shown: readonly string[]): Earlier[] {
  const before = revisions.flatMap((one) => {
    const next = revisions.filter(({ parents }) => parents.includes(one.rev));
    if (shown.includes(one.rev) || !next.some((later) => isLostIn(later, one))) return [];
    const wasJoined = next.some(({ parents }) => parents.length > 1);
    return [{ ...one, isFirst: one.parents.length === 0, wasJoined }];
  });
  return before.toReversed();
}
