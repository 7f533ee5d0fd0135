import type { JSX } from "preact";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { activeGoals, type Goal, reviewsOf } from "../goals/goal.ts";
import { t } from "../language/weeks.ts";
import { itemsOf } from "../shell/device.ts";
import { goToSheet } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import type { WeekProps } from "./inProgress.ts";
import { daysIn, type Week } from "./week.ts";

/** The goal one has, to look at; or one to choose. Next is as good. */
export default function GoalStep({ look, next }: WeekProps): JSX.Element {
  const goals = activeGoals(itemsOf("goal"));
  const lay = (sheet: "goal" | "look-back", about: string) => {
    look.hurry();
    goToSheet(sheet, about);
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("week.goal")}</StepHeading>
        {goals.length === 0 && <p class="soft">{t("week.goal-none")}</p>}
        {goals.map((goal) => (
          <section key={goal.item} class="card">
            <p class="words">{goal.wish}</p>
            <Look
              goal={goal}
              week={look.members.value.iso_week}
              onLook={() => lay("look-back", goal.item)}
            />
          </section>
        ))}
        {goals.length === 0 && (
          <button type="button" class="button quiet" onClick={() => lay("goal", "")}>
            {t("week.goal-choose")}
          </button>
        )}
      </div>
      <StepFoot call={look}>
        <NextButton onClick={next} />
      </StepFoot>
    </>
  );
}

type LookProps = { goal: Goal; week: Week; onLook: () => void };

function Look({ goal, week, onLook }: LookProps): JSX.Element {
  const [last] = reviewsOf(goal.item, itemsOf("review"));
  if (last && daysIn(week).includes(last.day)) return <p class="soft">{t("week.goal-looked")}</p>;
  return (
    <button type="button" class="button quiet" onClick={onLook}>
      {t("week.goal-look")}
    </button>
  );
}
