import type { JSX } from "preact";
import { amountLabel } from "../language/calendar.ts";
import { t } from "../language/habits.ts";
import type { Habit } from "./habit.ts";

const WITHOUT_TARGET = [1, 2, 3, 5] as const;

/** Amounts worth a tap: the aim itself, a part of it, and more than it. */
export function amountsFor(target: number | undefined): number[] {
  if (!target) return [...WITHOUT_TARGET];
  const part = target >= 4 ? Math.round(target / 2) : target / 2;
  return [part, target, target + part];
}

type Props = { habit: Habit; onPick: (amount: number | undefined) => void };

/** The one more tap of a habit that is counted. */
export function HowMuch({ habit, onPick }: Props): JSX.Element {
  const said = (n: number) => [amountLabel(n), habit.unit].filter(Boolean).join(" ");
  return (
    <fieldset class="choices">
      <legend>{t("today.how-much", { name: habit.name })}</legend>
      {amountsFor(habit.target).map((amount) => (
        <button key={amount} type="button" class="button quiet" onClick={() => onPick(amount)}>
          {said(amount)}
        </button>
      ))}
      <button type="button" class="button plain" onClick={() => onPick(undefined)}>
        {t("today.just-done")}
      </button>
    </fieldset>
  );
}
