import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Mark } from "../feeds/device.ts";
import { amountLabel } from "../language/calendar.ts";
import { t } from "../language/habits.ts";
import { sentenceOf } from "../language/troubles.ts";
import { itemsOf, marks } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { dayNumber } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { daysOff, expects, holding } from "../streaks/schedules.ts";
import { type DayFace, Month } from "../ui/Month.tsx";
import { monthAfter, monthOf } from "../ui/month.ts";
import { mayTick, tick, untick } from "./acts.ts";
import { doneOfDay } from "./amounts.ts";
import { HowMuch } from "./HowMuch.tsx";
import type { Habit } from "./habit.ts";
import { practice } from "./plan.ts";

const daysTicked = (all: readonly Mark[], habit: string) =>
  new Set(all.filter(({ kind, of }) => kind === "tick" && of === habit).map(({ day }) => day));

/** Whether a habit is meant on a day; one that is meant so often a week is meant on none in particular. */
function meantIn(habit: string, month: Day): (day: Day) => boolean {
  const plan = practice.value.habits.get(habit);
  if (!plan) return () => false;
  const off = daysOff(plan.off, dayNumber(monthAfter(month, 1)));
  return (day) => {
    const number = dayNumber(day);
    return !off.has(number) && expects(holding(plan.timeline, number), number);
  };
}

/** The days of a habit, month by month; the last three can still be ticked. */
export function HabitCalendar({ habit }: { habit: Habit }): JSX.Element {
  const [month, setMonth] = useState(monthOf(today.value));
  const [asking, setAsking] = useState<Day | null>(null);
  const [problem, setProblem] = useState("");
  const ticked = daysTicked(marks(), habit.item);
  const isMeant = meantIn(habit.item, month);
  const run = (work: Promise<void>) => {
    setAsking(null);
    work.then(() => setProblem("")).catch((trouble) => setProblem(sentenceOf(trouble)));
  };
  const tapped = (day: Day) => {
    if (ticked.has(day)) run(untick(habit.item, day));
    else if (habit.unit === undefined) run(tick(habit.item, undefined, day));
    else setAsking(day);
  };
  return (
    <section class="stack tight" aria-labelledby="habit-days">
      <h2 id="habit-days">{t("habit.calendar")}</h2>
      <Month
        label={habit.name}
        month={month}
        today={today.value}
        onMonth={setMonth}
        faceOf={(day) => faceOf(habit, day, ticked.has(day), isMeant(day))}
        onTap={tapped}
      />
      {asking && (
        <HowMuch habit={habit} onPick={(amount) => run(tick(habit.item, amount, asking))} />
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Legend />
      <p class="soft">{t("habit.calendar-hint")}</p>
    </section>
  );
}

function faceOf(habit: Habit, day: Day, isDone: boolean, isMeant: boolean): DayFace {
  const fixed = !mayTick(day);
  if (!isDone) {
    // A day gone by is never shown as one that was meant: that would only be a reproach.
    const isAhead = isMeant && day >= today.value;
    const said = isAhead ? t("habit.day-meant") : t("habit.day-free");
    return { look: isAhead ? "soft" : "none", on: false, said, fixed };
  }
  const { amount } = doneOfDay(itemsOf("tick"), habit.item, day);
  const counted = { amount: amountLabel(amount), unit: habit.unit ?? "" };
  const said = amount > 0 ? t("habit.day-amount", counted).trim() : t("habit.day-done");
  return { look: "full", on: true, said, fixed };
}

function Legend(): JSX.Element {
  return (
    <ul class="legend">
      <li>
        <i class="full" aria-hidden="true" />
        {t("habit.legend-done")}
      </li>
      <li>
        <i class="soft" aria-hidden="true" />
        {t("habit.legend-meant")}
      </li>
    </ul>
  );
}
