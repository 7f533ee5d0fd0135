import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { drillsAfter, nextDrill } from "../drills/gym.ts";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/weeks.ts";
import { drillFile } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { closeSheet, goToSheet, goToStep } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import type { WeekProps } from "./inProgress.ts";
import { daysOf, pickedIn } from "./now.ts";
import { WeekWater } from "./WeekWater.tsx";

/** The week is closed; a line to be ready with and a picture of it are there for who wants them. */
export default function EndStep({ look }: WeekProps): JSX.Element {
  useEffect(drillFile.load, []);
  const drills = drillsAfter(pickedIn(look), drillFile.read.value?.drills ?? []);
  const drill = nextDrill(drills, entries.value);
  return (
    <>
      <div class="sheet-body centre end">
        <WeekWater days={daysOf(look)} />
        <StepHeading>{t("week.end")}</StepHeading>
        <p class="soft">{t("week.end-lead")}</p>
      </div>
      <StepFoot call={look}>
        {drill && (
          <button type="button" class="button plain" onClick={() => goToSheet("drill", drill.id)}>
            {t("week.practise")}
          </button>
        )}
        <button type="button" class="button quiet" onClick={() => goToStep("picture")}>
          {t("week.picture")}
        </button>
        <NextButton onClick={closeSheet} label={t("act.done")} />
      </StepFoot>
    </>
  );
}
