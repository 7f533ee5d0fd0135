import { t } from "../language/first.ts";

const MOODS = ["mood.1", "mood.2", "mood.3", "mood.4", "mood.5"] as const;

/** A mood in words, 1 to 5, where 5 is the best. */
export function moodLabel(mood: number): string {
  return t(MOODS[mood - 1] ?? "mood.3");
}
