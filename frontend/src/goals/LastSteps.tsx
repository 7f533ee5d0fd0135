import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { SaveLine } from "../entries/SaveLine.tsx";
import { StepFoot } from "../entries/StepParts.tsx";
import { dayLabel } from "../language/dates.ts";
import { t } from "../language/goals.ts";
import { itemOf } from "../shell/device.ts";
import { goToStep } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Ending } from "../ui/Ending.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { OnMark } from "../ui/Marks.tsx";
import { keepGoal } from "./acts.ts";
import type { Draft, Step, StepProps } from "./draft.ts";
import { goalOf, lookBackOn } from "./goal.ts";
import { oftenLabel } from "./HabitStep.tsx";

type Row = { step: Step; label: string; text: string };

function rowsOf({ wish, outcome, wall, plans, habit, isOld }: Draft): Row[] {
  const habitText = habit ? `${habit.name} · ${oftenLabel(habit)}` : t("goal.no-habit");
  const rows: Row[] = [
    { step: "wish", label: t("goal.wish"), text: wish },
    { step: "outcome", label: t("goal.outcome-label"), text: outcome ?? "" },
    { step: "wall", label: t("goal.wall-label"), text: wall ?? "" },
    { step: "plan", label: t("goal.plan"), text: plans.join("\n") },
  ];
  return isOld ? rows : [...rows, { step: "habit", label: t("goal.habit-label"), text: habitText }];
}

/** The whole goal, each part a tap away from being changed. */
export function LookStep({ making, next }: StepProps): JSX.Element {
  const draft = making.members.value;
  useEffect(() => making.change({ looked: true }), [making]);
  const keep = async () => {
    const { upon } = making.kept.value;
    await keepGoal(draft.goal, draft, { habit: draft.habit ?? undefined, upon });
    await making.dropDraft();
    next();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("goal.look")}</StepHeading>
        <ul class="card settings goal-rows">
          {rowsOf(draft).map(({ step, label, text }) => (
            <li key={step}>
              <button type="button" onClick={() => goToStep(step)}>
                <span>
                  <small class="soft">{label}</small>
                  <span class="words">{text || "…"}</span>
                </span>
                <OnMark />
              </button>
            </li>
          ))}
        </ul>
      </div>
      <StepFoot call={making}>
        <ActButton act={keep}>{draft.isOld ? t("act.save") : t("goal.begin")}</ActButton>
      </StepFoot>
    </>
  );
}

export function EndStep({ making }: StepProps): JSX.Element {
  const { goal, isOld } = making.members.value;
  const kept = itemOf(goal);
  const day = kept && lookBackOn(goalOf(kept), []);
  return (
    <Ending
      title={isOld ? t("goal.saved") : t("goal.begun")}
      acts={<SaveLine saving={making.saving} kept={making.kept} />}
    >
      {day && !isOld && (
        <p class="lead">{t("goal.begun-look", { day: dayLabel(day, today.value) })}</p>
      )}
    </Ending>
  );
}
