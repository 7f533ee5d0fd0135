import type { JSX } from "preact";
import { StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/weeks.ts";
import { goToStep } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import type { WeekProps } from "./inProgress.ts";

/** Two ways to go on, as big as one another; neither is chosen for anybody. */
export function ShareStep({ look, next }: WeekProps): JSX.Element {
  const say = (share: boolean) => {
    look.change({ share });
    if (share) goToStep("which");
    else next();
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("week.share")}</StepHeading>
        <p class="soft">{t("week.share-lead")}</p>
      </div>
      <StepFoot call={look}>
        <div class="either">
          <button type="button" class="button quiet" onClick={() => say(true)}>
            {t("week.share-yes")}
          </button>
          <button type="button" class="button quiet" onClick={() => say(false)}>
            {t("week.share-no")}
          </button>
        </div>
      </StepFoot>
    </>
  );
}
