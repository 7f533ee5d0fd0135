import type { JSX } from "preact";
import { t } from "../language/habits.ts";
import { entries } from "../shell/device.ts";
import { streaks } from "./now.ts";
import { RingMark, strengthLabel } from "./Ring.tsx";
import { hadAHardDay, hideNumbers } from "./settings.ts";

/**
 * How steady the writing has become: the ring first, then the days of the run. Neither stands here
 * on a day with something hard in it, and nothing tells that a run might end.
 */
export function TodayStreak(): JSX.Element | null {
  const { streak, strength } = streaks.value.journaling;
  if (entries.value.length === 0 || hadAHardDay.value) return null;
  const shown = !hideNumbers.value && streak.current > 0;
  return (
    <p class="today-streak">
      <RingMark strength={strength} />
      <span>
        {t("strength.of", { name: t("today.writing"), word: strengthLabel(strength) })}
        {shown && <small class="soft">{t("today.written", { n: streak.current })}</small>}
      </span>
    </p>
  );
}
