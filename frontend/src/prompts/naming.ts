import type { OpenItem } from "../feeds/words.ts";

const NAMING_FROM = 3;
const MINUTE_MS = 60_000;

function isNaming({ words }: OpenItem): boolean {
  const size = Number(words["intensity"] ?? words["before"] ?? NAMING_FROM);
  const feelings = words["feelings"];
  const hasNamed = Array.isArray(feelings) && feelings.length > 0;
  return size >= NAMING_FROM && (hasNamed || words["technique"] === "name-it");
}

/** How long ago a feeling was named while it was big. */
export function minutesSinceNaming(
  kept: readonly OpenItem[],
  at: Date,
  justNamed?: boolean,
): number | undefined {
  if (justNamed) return 0;
  const since = kept
    .filter(isNaming)
    .map(({ words }) => (at.getTime() - Date.parse(String(words["at"]))) / MINUTE_MS)
    .filter((minutes) => minutes >= 0);
  return since.length > 0 ? Math.min(...since) : undefined;
}
