import type { FunctionComponent, JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { feelingFile } from "../library/catalogue.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { late } from "../ui/late.tsx";
import { Breath } from "./Breath.tsx";
import { CloseStep } from "./CloseSteps.tsx";
import type { Step } from "./course.ts";
import { FeelingChoices } from "./FeelingChoices.tsx";
import { LineStep } from "./LineStep.tsx";
import { BigStep, NowStep } from "./ScaleSteps.tsx";
import { NextButton, StepFoot, type StepProps } from "./StepParts.tsx";
import { TriggerStep } from "./TriggerStep.tsx";
import "./call.css";

// What is offered brings the tools and the questions along: it comes while the first steps are made.
const offers = () => import("./OfferSteps.tsx");
const SettleStep = late(() => offers().then((steps) => steps.SettleStep));
const AgainStep = late(() => import("./AgainStep.tsx"));
const ends = () => import("./EndSteps.tsx");
const EndStep = late(() => ends().then((steps) => steps.EndStep));
const MinuteStep = late(() => ends().then((steps) => steps.MinuteStep));
const OfferStep = late(() => offers().then((steps) => steps.OfferStep));

/** Fetches the steps that come later, so that none is waited for. */
function readyOffers(): void {
  for (const step of [SettleStep, EndStep]) step.preload().catch(() => undefined); // asked for again at the step
}

function BreathStep({ call, next }: StepProps): JSX.Element {
  const [ended, setEnded] = useState(false);
  useEffect(readyOffers, []);
  const onEnd = useCallback(() => setEnded(true), []);
  return (
    <>
      <div class="sheet-body centre">
        <StepHeading>{t("breath.title")}</StepHeading>
        <Breath onEnd={onEnd} />
        <p class="soft">{ended ? t("breath.end") : t("breath.lead")}</p>
      </div>
      <StepFoot call={call}>
        <button type="button" class={ended ? "button" : "button quiet"} onClick={next}>
          {ended ? t("act.go-on") : t("breath.skip")}
        </button>
      </StepFoot>
    </>
  );
}

function FeelingStep({ call, next, write }: StepProps): JSX.Element {
  const { feelings } = call.members.value;
  const keep = (go = next) => {
    void call.keep();
    go();
  };
  const notSure = () => {
    call.change({ feelings: [] });
    keep();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("feeling.title")}</StepHeading>
        <p class="soft">{t("feeling.lead")}</p>
        {feelingFile.read.value && (
          <FeelingChoices
            file={feelingFile.read.value}
            values={feelings}
            onChange={(values) => call.change({ feelings: values })}
          />
        )}
      </div>
      <StepFoot call={call}>
        <div class="pairs">
          {write && (
            <button type="button" class="button quiet" onClick={() => keep(write)}>
              {t("feeling.write")}
            </button>
          )}
          <button type="button" class="button quiet" onClick={notSure}>
            {t("feeling.not-sure")}
          </button>
        </div>
        {feelings.length > 0 && <NextButton onClick={() => keep()} />}
      </StepFoot>
    </>
  );
}

export const STEPS: Record<Step, FunctionComponent<StepProps>> = {
  breath: BreathStep,
  trigger: TriggerStep,
  big: BigStep,
  settle: SettleStep,
  feeling: FeelingStep,
  again: AgainStep,
  line: LineStep,
  offer: OfferStep,
  now: NowStep,
  close: CloseStep,
  end: EndStep,
  minute: MinuteStep,
};
