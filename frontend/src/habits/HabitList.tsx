import type { JSX } from "preact";
import { t } from "../language/habits.ts";
import { itemsOf } from "../shell/device.ts";
import { OnMark } from "../ui/Marks.tsx";
import { activeHabits, type Habit, habitOf } from "./habit.ts";
import { streaks } from "./now.ts";
import { oftenLabel, oftenOf } from "./often.ts";
import { RingMark, strengthLabel } from "./Ring.tsx";

/** The habits one keeps, and those put away. */
export function HabitList(): JSX.Element {
  const items = itemsOf("habit");
  const active = activeHabits(items);
  const away = items.map(habitOf).filter((habit) => habit.archived);
  return (
    <section class="stack" aria-labelledby="habits-title">
      <h2 id="habits-title">{t("habits.title")}</h2>
      {active.length > 0 ? <Rows habits={active} /> : <p class="soft">{t("habits.none")}</p>}
      <a class={active.length > 0 ? "button quiet" : "button"} href="/habits/new">
        {t("habits.make")}
      </a>
      {away.length > 0 && (
        <details class="card">
          <summary>{t("habits.kept-away")}</summary>
          <Rows habits={away} />
        </details>
      )}
    </section>
  );
}

function Rows({ habits }: { habits: readonly Habit[] }): JSX.Element {
  return (
    <ul class="card settings">
      {habits.map((habit) => (
        <Row key={habit.item} habit={habit} />
      ))}
    </ul>
  );
}

function Row({ habit }: { habit: Habit }): JSX.Element {
  const strength = streaks.value.habits.get(habit.item)?.strength ?? 0;
  return (
    <li>
      <a href={`/habits/${habit.item}`} class="habit-row">
        <RingMark strength={strength} />
        <span>
          {habit.name}
          <small class="soft">
            {strengthLabel(strength)} · {oftenLabel(oftenOf(itemsOf("schedule"), habit.item))}
          </small>
        </span>
        <OnMark />
      </a>
    </li>
  );
}
