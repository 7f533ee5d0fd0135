import type { JSX } from "preact";
import { EntryMark, titleOf } from "../entries/EntryCard.tsx";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { viewOf } from "../entries/words.ts";
import { dayLabel } from "../language/dates.ts";
import { t } from "../language/weeks.ts";
import { entries } from "../shell/device.ts";
import { goToSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { StepHeading } from "../ui/Heading.tsx";
import type { WeekProps } from "./inProgress.ts";
import { inWeek } from "./week.ts";

/** What of this week: one thing at a time, and the yes is given where the copy is seen. */
export default function WhichStep({ look, next }: WeekProps): JSX.Element {
  const written = inWeek(entries.value, look.members.value.iso_week);
  const share = (item: string) => {
    look.hurry();
    goToSheet("sharing", `share ${item}`);
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("week.which")}</StepHeading>
        <p class="soft">{written.length > 0 ? t("week.which-lead") : t("week.which-none")}</p>
        <ul class="which">
          {written.map((entry) => {
            const view = viewOf(entry);
            return (
              <li key={entry.item}>
                <button type="button" class="point-row" onClick={() => share(entry.item)}>
                  <EntryMark view={view} />
                  <span>
                    {titleOf(view)}
                    <small class="soft">{entry.day && dayLabel(entry.day, today.value)}</small>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <StepFoot call={look}>
        <NextButton onClick={next} label={t("act.done")} />
      </StepFoot>
    </>
  );
}
