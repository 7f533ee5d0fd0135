import type { OpenItem } from "../feeds/device.ts";

const DAY_MS = 24 * 3_600_000;

/** The first day of what has been on this phone only for a whole day; else none. An edit that waits is not it. */
export function waitingSince(entries: readonly OpenItem[], now: number): string | undefined {
  const long = entries.filter((entry) => entry.onlyHere && now - writtenAt(entry) >= DAY_MS);
  return long.flatMap(({ written = [] }) => written).sort()[0];
}

/** Only the day of writing is kept; what was written as it happened tells the hour. */
function writtenAt({ written, words }: OpenItem): number {
  if (written === undefined) return Number.NaN;
  const happened = Date.parse(String(words["at"]));
  return Math.max(Date.parse(`${written}T00:00`), Number.isNaN(happened) ? 0 : happened);
}
