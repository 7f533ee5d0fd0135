import type { JSX } from "preact";
import { HabitList } from "../habits/HabitList.tsx";
import { dayLabel } from "../language/dates.ts";
import { t } from "../language/goals.ts";
import { itemsOf } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { OnMark } from "../ui/Marks.tsx";
import { activeGoals, type Goal, goalOf, lookBackOn } from "./goal.ts";
import "./goals.css";

/** Two goals at most, the habits that carry them, and what rests. */
export default function Goals(): JSX.Element {
  const items = itemsOf("goal");
  const active = activeGoals(items);
  const others = items.map(goalOf).filter(({ state }) => state !== "active");
  return (
    <>
      <h1 tabIndex={-1}>{t("nav.goals")}</h1>
      <div class="stack">
        {active.length === 0 && <p class="lead">{t("goals.none")}</p>}
        {active.map((goal) => (
          <GoalCard key={goal.item} goal={goal} />
        ))}
        <button
          type="button"
          class={active.length > 0 ? "button quiet" : "button"}
          onClick={() => openSheet("goal")}
        >
          {t("goals.new")}
        </button>
      </div>
      <HabitList />
      {others.length > 0 && <Others goals={others} />}
    </>
  );
}

function GoalCard({ goal }: { goal: Goal }): JSX.Element {
  const day = lookBackOn(goal, itemsOf("review"));
  return (
    <a class="goal" href={`/goals/${goal.item}`}>
      <span class="wish">{goal.wish}</span>
      {goal.plans[0] && <span class="plan">{goal.plans[0]}</span>}
      {day && <span class="soft">{t("goals.look-on", { day: dayLabel(day, today.value) })}</span>}
    </a>
  );
}

function Others({ goals }: { goals: readonly Goal[] }): JSX.Element {
  return (
    <section class="stack tight">
      <h2>{t("goals.resting")}</h2>
      <ul class="card settings goal-rows">
        {goals.map(({ item, wish, state }) => (
          <li key={item}>
            <a href={`/goals/${item}`}>
              <span>
                {wish}
                <small class="soft">{state === "kept" ? t("goals.kept") : t("goals.rested")}</small>
              </span>
              <OnMark />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
