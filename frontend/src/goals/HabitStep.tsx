import type { JSX } from "preact";
import { StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/goals.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { HabitOfGoal } from "./acts.ts";
import { habitOf, type StepProps, templateOf } from "./draft.ts";

/** How often, in words. */
export function oftenLabel({ times }: HabitOfGoal): string {
  return times === undefined ? t("goal.work-days") : t("goal.times", { n: times });
}

/** A habit from the plan, taken with one tap or left out with one. */
export function HabitStep({ making, next }: StepProps): JSX.Element {
  const { habit, ...goal } = making.members.value;
  const template = templateOf(goal);
  const offered: HabitOfGoal = habit ?? (template ? habitOf(template) : { name: "" });
  const keep = () => {
    making.change({ habit: { ...offered, name: offered.name.trim() } });
    next();
  };
  const leave = () => {
    making.change({ habit: null });
    next();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("goal.habit")}</StepHeading>
        <p class="soft">{t("goal.habit-lead")}</p>
        <div class="goal-habit">
          <OwnWords
            label={t("goal.habit-label")}
            value={offered.name}
            hint={oftenLabel(offered)}
            onInput={(name) => making.change({ habit: { ...offered, name } })}
          />
        </div>
      </div>
      <StepFoot call={making}>
        <button type="button" class="button quiet" onClick={leave}>
          {t("goal.habit-no")}
        </button>
        {offered.name.trim() && (
          <button type="button" class="button" onClick={keep}>
            {t("goal.habit-yes")}
          </button>
        )}
      </StepFoot>
    </>
  );
}
