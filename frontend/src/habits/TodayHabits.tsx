import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { amountLabel } from "../language/calendar.ts";
import { t } from "../language/habits.ts";
import { sentenceOf } from "../language/troubles.ts";
import { itemsOf, marks } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { tick, untick } from "./acts.ts";
import { activeHabits, type Habit } from "./habit.ts";
import "./habits.css";
import { doneOfDay } from "./amounts.ts";
import { HowMuch } from "./HowMuch.tsx";
import { OfferWorkDays } from "./OfferWorkDays.tsx";
import { isRestDay } from "./plan.ts";
import { TodayStreak } from "./TodayStreak.tsx";
import { doneOn } from "./ticks.ts";

/** The habits of today, and the streak where it is wanted. */
export function TodayHabits(): JSX.Element | null {
  const habits = activeHabits(itemsOf("habit"));
  const isRest = isRestDay.value;
  return (
    <>
      <OfferWorkDays />
      {isRest && <p class="soft">{t("today.habits-rest")}</p>}
      {habits.length > 0 &&
        (isRest ? <IfOneLikes habits={habits} /> : <Expected habits={habits} />)}
      <TodayStreak />
    </>
  );
}

type Props = { habits: readonly Habit[] };

function Expected({ habits }: Props): JSX.Element {
  return (
    <section class="stack tight" aria-labelledby="today-habits">
      <h2 id="today-habits">{t("today.habits")}</h2>
      <Chips habits={habits} />
    </section>
  );
}

/** On a rest day nothing is put before anybody; who looks for it finds it. */
function IfOneLikes({ habits }: Props): JSX.Element {
  return (
    <details class="card">
      <summary>{t("today.habits-open")}</summary>
      <Chips habits={habits} />
    </details>
  );
}

type Said = { habit: Habit; was: "ticked" | "unticked" } | { trouble: string } | null;

function Chips({ habits }: Props): JSX.Element {
  const [asking, setAsking] = useState<Habit | null>(null);
  const [said, setSaid] = useState<Said>(null);
  const done = doneOn(marks(), today.value);
  const act = (habit: Habit, work: Promise<void>, was: "ticked" | "unticked") => {
    setAsking(null);
    work
      .then(() => setSaid({ habit, was }))
      .catch((trouble) => setSaid({ trouble: sentenceOf(trouble) }));
  };
  const take = (habit: Habit) => act(habit, untick(habit.item, today.value), "unticked");
  const put = (habit: Habit, amount?: number) => act(habit, tick(habit.item, amount), "ticked");
  const tapped = (habit: Habit) => {
    if (done.has(habit.item)) return take(habit);
    if (habit.unit !== undefined) return setAsking(asking?.item === habit.item ? null : habit);
    return put(habit);
  };
  return (
    <>
      <div class="tick-chips">
        {habits.map((habit) => (
          <Chip
            key={habit.item}
            habit={habit}
            isDone={done.has(habit.item)}
            onTap={() => tapped(habit)}
          />
        ))}
      </div>
      {asking && <HowMuch habit={asking} onPick={(amount) => put(asking, amount)} />}
      <SaidLine said={said} onUndo={take} />
    </>
  );
}

type ChipProps = { habit: Habit; isDone: boolean; onTap: () => void };

function Chip({ habit, isDone, onTap }: ChipProps): JSX.Element {
  const { amount } = doneOfDay(itemsOf("tick"), habit.item, today.value);
  const counted = isDone && amount > 0 ? `${amountLabel(amount)} ${habit.unit ?? ""}`.trim() : "";
  return (
    <button type="button" class="tick-chip" aria-pressed={isDone} onClick={onTap}>
      <TickMark isDone={isDone} />
      <span>
        {habit.name}
        {counted && <small> · {counted}</small>}
      </span>
    </button>
  );
}

function TickMark({ isDone }: { isDone: boolean }): JSX.Element {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r="11" />
      {isDone && <path d="M8.5 14.5l3.7 3.7 7.3-8" />}
    </svg>
  );
}

function SaidLine({ said, onUndo }: { said: Said; onUndo: (habit: Habit) => void }): JSX.Element {
  return (
    <div role="status">
      {said && "trouble" in said && <p class="problem">{said.trouble}</p>}
      {said && "was" in said && (
        <p class="said-line soft">
          {t(said.was === "ticked" ? "today.ticked" : "today.unticked", { name: said.habit.name })}
          {said.was === "ticked" && (
            <button type="button" class="text-button" onClick={() => onUndo(said.habit)}>
              {t("today.undo")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
