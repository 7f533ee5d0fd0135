import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/entries.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { DraftGate } from "./DraftGate.tsx";
import { useHurry } from "./hurry.ts";
import { STEPS } from "./RoughSteps.tsx";
import {
  type CallInProgress,
  callFrom,
  DRAFT,
  newCall,
  type Step,
  stepAfter,
  stepsFor,
} from "./roughCall.ts";

/** A rough call, put down in a minute and a half: a sheet of steps, each kept as it is made. */
export default function RoughCall(): JSX.Element {
  useEffect(loadLibrary, []);
  return (
    <DraftGate
      label={t("today.rough")}
      draft={DRAFT}
      begin={() => newCall(new Date())}
      resume={callFrom}
    >
      {(call) => <CallSheet call={call} />}
    </DraftGate>
  );
}

function stepOf(steps: readonly Step[]): Step {
  const step = place.value?.step as Step;
  return steps.includes(step) ? step : "breath";
}

function CallSheet({ call }: { call: CallInProgress }): JSX.Element {
  const { intensity } = call.members.value;
  const steps = stepsFor(intensity);
  const step = stepOf(steps);
  useHurry(call);
  useEffect(() => {
    beAtStep(step);
    if (step !== "end") call.standAt(step);
  }, [call, step]);
  const next = () => goToStep(stepAfter(step, call.members.value.intensity));
  const close = () => {
    if (call.kept.value.item && step !== "end") void call.keep();
    closeSheet();
  };
  const Body = STEPS[step];
  return (
    <Sheet
      label={t("today.rough")}
      at={{ step: steps.indexOf(step), of: steps.length }}
      onClose={close}
    >
      <Body key={step} call={call} next={next} />
    </Sheet>
  );
}
