import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { OtherHeads } from "../entries/OtherHeads.tsx";
import type { OpenItem } from "../feeds/device.ts";
import { habitOf } from "../habits/habit.ts";
import { dayLabel, listLabel } from "../language/dates.ts";
import { t } from "../language/goals.ts";
import { goalFile } from "../library/catalogue.ts";
import { itemOf, itemsOf, state } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { OnMark, WaterMark } from "../ui/Marks.tsx";
import { removeGoal, setState } from "./acts.ts";
import { type Goal, goalOf, lookBackOn, type Review, reviewsOf } from "./goal.ts";
import { howLabel, nextLabel } from "./labels.ts";
import "./goals.css";

/** One goal: what it is, its habits, and the looks back on it. */
export default function GoalPage(): JSX.Element | null {
  useEffect(goalFile.load, []);
  const found = itemOf(useRoute().params["item"] ?? "");
  if (state.value.phase !== "ready") return <p class="soft">{t("state.loading")}</p>;
  if (found?.kind !== "goal") return <Gone />;
  const goal = goalOf(found);
  const reviews = reviewsOf(goal.item, itemsOf("review"));
  return (
    <>
      <div class="stack">
        <h1 tabIndex={-1}>{goal.wish}</h1>
        <Parts goal={goal} />
        <OtherHeads entry={found} said={saidOf} />
        <Habits goal={goal} />
      </div>
      <Acts goal={goal} />
      {reviews.length > 0 && <History reviews={reviews} />}
      <Delete goal={goal} />
    </>
  );
}

function saidOf(item: OpenItem): string {
  const { wish, outcome, wall, plans } = goalOf(item);
  return [wish, outcome, wall, ...plans].filter(Boolean).join("\n");
}

function Gone(): JSX.Element {
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{t("goal.gone")}</h1>
      <p>{t("goal.gone-body")}</p>
    </div>
  );
}

function Parts({ goal }: { goal: Goal }): JSX.Element {
  const parts = [
    [t("goal.outcome-label"), goal.outcome],
    [t("goal.wall-label"), goal.wall],
    [t("goal.plan"), goal.plans.join("\n")],
  ].filter(([, text]) => text);
  return (
    <dl class="goal-part">
      {parts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Habits({ goal }: { goal: Goal }): JSX.Element | null {
  const own = itemsOf("habit").filter(({ of }) => of === goal.item);
  const habits = own.map(habitOf).filter(({ archived }) => !archived);
  if (habits.length === 0) return null;
  return (
    <ul class="card settings goal-rows">
      {habits.map(({ item, name }) => (
        <li key={item}>
          <a href={`/habits/${item}`}>
            {name}
            <OnMark />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Acts({ goal }: { goal: Goal }): JSX.Element {
  const day = lookBackOn(goal, itemsOf("review"));
  if (goal.state !== "active") {
    return (
      <div class="stack tight">
        <p class="soft">{goal.state === "kept" ? t("goals.kept") : t("goals.rested")}</p>
        <ActButton act={() => setState(goal.item, "active")}>{t("goal.take-up")}</ActButton>
      </div>
    );
  }
  return (
    <div class="stack tight">
      {day && <p class="soft">{t("goals.look-on", { day: dayLabel(day, today.value) })}</p>}
      <button type="button" class="button" onClick={() => openSheet("look-back", goal.item)}>
        {t("goal.look-back")}
      </button>
      <button type="button" class="button quiet" onClick={() => openSheet("goal", goal.item)}>
        {t("goal.change")}
      </button>
      <ActButton kind="quiet" act={() => setState(goal.item, "rested")}>
        {t("goal.let-rest")}
      </ActButton>
      <ActButton kind="plain" act={() => setState(goal.item, "kept")}>
        {t("goal.part-of-me")}
      </ActButton>
    </div>
  );
}

function History({ reviews }: { reviews: readonly Review[] }): JSX.Element {
  return (
    <section class="stack tight">
      <h2>{t("goal.history")}</h2>
      <ul class="card looks">
        {reviews.map(({ item, day, how, wall, next }) => (
          <li key={item}>
            <WaterMark n={how ?? 3} size={36} />
            <strong>{dayLabel(day, today.value)}</strong>
            <span class="soft">
              {listLabel([...(how ? [howLabel(how)] : []), nextLabel(next)])}
            </span>
            {wall && <p class="words">{wall}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Delete({ goal }: { goal: Goal }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await removeGoal(goal.item);
    history.back();
  };
  if (!asking) {
    return (
      <button type="button" class="button plain" onClick={() => setAsking(true)}>
        {t("goal.delete")}
      </button>
    );
  }
  return (
    <section class="notice" role="status">
      <p>{t("goal.delete-sure")}</p>
      <div class="row">
        <ActButton kind="grave" act={remove}>
          {t("goal.delete")}
        </ActButton>
        <button type="button" class="button plain" onClick={() => setAsking(false)}>
          {t("goal.keep")}
        </button>
      </div>
    </section>
  );
}
