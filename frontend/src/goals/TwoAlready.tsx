import type { JSX } from "preact";
import { t } from "../language/goals.ts";
import { itemsOf } from "../shell/device.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { setState } from "./acts.ts";
import { activeGoals } from "./goal.ts";

/** A third goal waits: which of the two may rest? */
export function TwoAlready(): JSX.Element {
  return (
    <Sheet label={t("goals.new")} onClose={closeSheet}>
      <div class="sheet-body low">
        <StepHeading>{t("goal.two")}</StepHeading>
        <p class="lead">{t("goal.two-body")}</p>
        {activeGoals(itemsOf("goal")).map(({ item, wish }) => (
          <div key={item} class="card">
            <p class="words">{wish}</p>
            <ActButton kind="quiet" act={() => setState(item, "rested")}>
              {t("goal.let-rest")}
            </ActButton>
          </div>
        ))}
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button plain" onClick={closeSheet}>
          {t("act.close")}
        </button>
      </footer>
    </Sheet>
  );
}
