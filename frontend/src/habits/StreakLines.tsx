import type { JSX } from "preact";
import { t } from "../language/habits.ts";
import type { Answer } from "../streaks/answer.ts";
import { hadAHardDay, hideNumbers } from "./settings.ts";

const runOf = (kind: Answer["kind"], n: number) =>
  kind === "weekly" ? t("streak.weeks", { n }) : t("streak.days", { n });

/** The streak of a habit in plain words. What may end is not said, in no words and no colour. */
export function StreakLines({ of }: { of: Answer }): JSX.Element | null {
  if (hideNumbers.value || hadAHardDay.value) return null;
  const { streak, kind } = of;
  const lines = [
    streak.current > 0 && t("streak.row", { run: runOf(kind, streak.current) }),
    streak.longest > streak.current && t("streak.longest", { run: runOf(kind, streak.longest) }),
    streak.pausesHeld > 0 && t("streak.pauses", { n: streak.pausesHeld }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <ul class="stack tight">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
