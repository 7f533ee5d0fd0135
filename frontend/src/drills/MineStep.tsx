import type { JSX } from "preact";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/drills.ts";
import type { Drill } from "../library/catalogue.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { DrillInProgress } from "./drilling.ts";

type Props = { drill: Drill; doing: DrillInProgress; onShow: () => void };

/** What they say and what stands in the way; the own line comes before any other. */
export function MineStep({ drill, doing, onShow }: Props): JSX.Element {
  const line = doing.members.value.line ?? "";
  return (
    <>
      <div class="sheet-body low">
        <div class="they">
          <p class="soft">{t("drill.they-say")}</p>
          <StepHeading>{t("gym.quote", { line: drill.they_say })}</StepHeading>
        </div>
        <div class="stack tight">
          <p class="soft">{t("drill.cannot")}</p>
          <p class="lead">{drill.you_cannot}</p>
        </div>
        <div class="own-line">
          <OwnWords
            label={t("drill.mine")}
            labelSeen
            value={line}
            hint={t("drill.mine-hint")}
            onInput={(text) => doing.change({ line: text })}
          />
        </div>
      </div>
      <StepFoot call={doing}>
        {line.trim() ? (
          <NextButton onClick={onShow} label={t("drill.compare")} />
        ) : (
          <button type="button" class="button quiet" onClick={onShow}>
            {t("drill.show")}
          </button>
        )}
      </StepFoot>
    </>
  );
}
