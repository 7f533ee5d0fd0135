import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { DraftGate } from "../entries/DraftGate.tsx";
import { useHurry } from "../entries/hurry.ts";
import { t } from "../language/goals.ts";
import { goalFile } from "../library/catalogue.ts";
import { itemOf, itemsOf } from "../shell/device.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { Sheet } from "../ui/Sheet.tsx";
import {
  draftOf,
  goalFrom,
  type Making,
  newGoal,
  oldGoal,
  STEPS,
  type Step,
  stepAfter,
} from "./draft.ts";
import { BODIES } from "./GoalSteps.tsx";
import { activeGoals, goalOf, MOST_ACTIVE } from "./goal.ts";
import { TwoAlready } from "./TwoAlready.tsx";
import "./goals.css";

/** A goal, from a wish to a plan, in a minute and a half; or one that exists, to be changed. */
export default function GoalSheet(): JSX.Element {
  useEffect(goalFile.load, []);
  const about = place.value?.about;
  const old = about ? itemOf(about) : undefined;
  if (!about && place.value?.step !== "end" && activeGoals(itemsOf("goal")).length >= MOST_ACTIVE) {
    return <TwoAlready />;
  }
  return (
    <DraftGate
      label={t("goals.new")}
      draft={draftOf(about)}
      begin={() => (old ? oldGoal(goalOf(old), old.rev, new Date()) : newGoal(new Date()))}
      resume={goalFrom}
    >
      {(making) => <MakingSheet making={making} />}
    </DraftGate>
  );
}

function stepOf({ members }: Making): Step {
  const step = place.value?.step as Step;
  if (STEPS.includes(step)) return step;
  return members.value.isOld ? "look" : "start";
}

function MakingSheet({ making }: { making: Making }): JSX.Element {
  const step = stepOf(making);
  useHurry(making);
  useEffect(() => {
    beAtStep(step);
    if (step !== "end") making.standAt(step);
  }, [making, step]);
  const next = () => goToStep(stepAfter(step, making.members.value));
  const Body = BODIES[step];
  const at = { step: STEPS.indexOf(step), of: STEPS.length };
  return (
    <Sheet
      label={t("goals.new")}
      {...(making.members.value.isOld ? {} : { at })}
      onClose={closeSheet}
    >
      <Body key={step} making={making} next={next} />
    </Sheet>
  );
}
