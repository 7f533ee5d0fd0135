import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { sentenceOf } from "../language/troubles.ts";
import { t } from "../language/work.ts";
import { dayRule } from "../shell/today.ts";
import type { Day } from "../streaks/day.ts";
import { shiftsIn, usualTimes } from "./ics.ts";
import { CalendarTrouble } from "./icsLines.ts";

const WHY = {
  unreadable: "work.file-unreadable",
  rule: "work.file-rule",
  empty: "work.file-empty",
} as const;

export type FromFile = { days: Day[]; times: { from: number; to: number } | undefined };
type Props = { window: { first: Day; last: Day }; onRead: (found: FromFile) => void };

/** Reads the days of work out of a calendar file, here on the phone. */
export function CalendarFile({ window, onRead }: Props): JSX.Element {
  const id = useId();
  const [problem, setProblem] = useState("");
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      const shifts = shiftsIn(await file.text(), { ...window, zone: dayRule.value.zone });
      setProblem("");
      onRead({ days: [...new Set(shifts.map(({ day }) => day))], times: usualTimes(shifts) });
    } catch (trouble) {
      setProblem(trouble instanceof CalendarTrouble ? t(WHY[trouble.code]) : sentenceOf(trouble));
    }
  };
  return (
    <div class="stack tight">
      <label class="button quiet file-button" for={id}>
        {t("work.file")}
        <input
          id={id}
          type="file"
          accept=".ics,text/calendar"
          onChange={(event) => {
            const { files } = event.currentTarget;
            void read(files?.[0]);
          }}
        />
      </label>
      <p class="soft">{t("work.file-hint")}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
