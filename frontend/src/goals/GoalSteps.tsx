import type { FunctionComponent, JSX } from "preact";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/goals.ts";
import { goalFile } from "../library/catalogue.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { fromTemplate, type Step, type StepProps, templateOf } from "./draft.ts";
import { HabitStep } from "./HabitStep.tsx";
import { EndStep, LookStep } from "./LastSteps.tsx";
import { InOwnWords, PickOrWrite } from "./PickOrWrite.tsx";

const OWN = "own";

function StartStep({ making, next }: StepProps): JSX.Element {
  const goals = goalFile.read.value?.goals ?? [];
  const { template, wish } = making.members.value;
  const pick = (id: string) => {
    const found = goals.find((one) => one.id === id);
    if (found) making.change(fromTemplate(found));
    else if (template)
      making.change({ template: undefined, wish: "", outcome: "", wall: "", plans: [] });
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("goal.start")}</StepHeading>
        <Choices
          legend={t("goal.start")}
          look="rows"
          options={[...goals, { id: OWN, label: t("goal.own") }]}
          value={template ?? (wish ? OWN : undefined)}
          onPick={pick}
          onTapped={next}
        />
      </div>
      <StepFoot call={making}>{(template || wish) && <NextButton onClick={next} />}</StepFoot>
    </>
  );
}

function WishStep({ making, next }: StepProps): JSX.Element {
  const { wish } = making.members.value;
  return (
    <InOwnWords
      title={t("goal.wish")}
      label={t("goal.wish")}
      hint={t("goal.wish-hint")}
      needed
      {...{ making, next }}
      value={wish}
      onInput={(text) => making.change({ wish: text })}
    />
  );
}

function OutcomeStep({ making, next }: StepProps): JSX.Element {
  const { outcome = "" } = making.members.value;
  return (
    <InOwnWords
      title={templateOf(making.members.value)?.outcome_question ?? t("goal.outcome")}
      label={t("goal.outcome-label")}
      {...{ making, next }}
      value={outcome}
      onInput={(text) => making.change({ outcome: text })}
    />
  );
}

function WallStep({ making, next }: StepProps): JSX.Element {
  const { wall = "" } = making.members.value;
  return (
    <PickOrWrite
      title={t("goal.wall")}
      label={t("goal.wall-label")}
      options={templateOf(making.members.value)?.obstacles ?? []}
      {...{ making, next }}
      value={wall}
      onChange={(text) => making.change({ wall: text })}
    />
  );
}

function PlanStep({ making, next }: StepProps): JSX.Element {
  const [plan = "", ...more] = making.members.value.plans;
  return (
    <PickOrWrite
      title={t("goal.plan")}
      label={t("goal.plan-label")}
      hint={t("goal.plan-hint")}
      options={templateOf(making.members.value)?.if_then_plans ?? []}
      {...{ making, next }}
      value={plan}
      onChange={(text) => making.change({ plans: text || more.length ? [text, ...more] : [] })}
    />
  );
}

export const BODIES: Record<Step, FunctionComponent<StepProps>> = {
  start: StartStep,
  wish: WishStep,
  outcome: OutcomeStep,
  wall: WallStep,
  plan: PlanStep,
  habit: HabitStep,
  look: LookStep,
  end: EndStep,
};
