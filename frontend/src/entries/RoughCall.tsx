import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/entries.ts";
import { loadLibrary, techniqueFile } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { type Course, passesLine, type Step, stepAfter, stepsFor } from "./course.ts";
import { DraftGate } from "./DraftGate.tsx";
import { useHurry } from "./hurry.ts";
import { comesAgain } from "./limits.ts";
import { STEPS } from "./RoughSteps.tsx";
import { type CallInProgress, callFrom, DRAFT, isNotOkay, newCall } from "./roughCall.ts";

/** A rough call, put down in a minute and a half: a sheet of steps, each kept as it is made. */
export default function RoughCall(): JSX.Element {
  useEffect(loadLibrary, []);
  useEffect(techniqueFile.load, []);
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

/** Once it is closed, nothing is in progress any more. */
const AFTER: readonly Step[] = ["end", "minute"];

function courseOf(call: CallInProgress): Course {
  const { intensity, trigger, at = "", close } = call.members.value;
  const again = comesAgain(entries.value, { item: call.kept.value.item, at }, trigger);
  return { intensity, again, notOkay: isNotOkay({ trigger }), closed: close !== undefined };
}

function CallSheet({ call }: { call: CallInProgress }): JSX.Element {
  const course = courseOf(call);
  const steps = stepsFor(course);
  const step = stepOf(steps);
  useHurry(call);
  useEffect(() => {
    beAtStep(step);
    if (!AFTER.includes(step)) call.standAt(step);
  }, [call, step]);
  const next = () => {
    const after = stepAfter(step, courseOf(call));
    if (after === "end") void call.finish();
    goToStep(after);
  };
  const write = passesLine(course) && !course.again ? { write: () => goToStep("line") } : {};
  const close = () => {
    if (call.kept.value.item && !AFTER.includes(step)) void call.keep();
    closeSheet();
  };
  const Body = STEPS[step];
  return (
    <Sheet
      label={t("today.rough")}
      {...(AFTER.includes(step)
        ? {}
        : { at: { step: steps.indexOf(step), of: steps.length - AFTER.length } })}
      onClose={close}
    >
      <Body key={step} call={call} next={next} {...write} />
    </Sheet>
  );
}
