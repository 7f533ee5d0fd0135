import type { JSX } from "preact";
import { useLocation } from "preact-iso";
import { t } from "../language/habits.ts";
import { HabitForm } from "./HabitForm.tsx";

/** A habit to begin. */
export default function NewHabit(): JSX.Element {
  const { route } = useLocation();
  return (
    <>
      <h1 tabIndex={-1}>{t("habit.new")}</h1>
      <HabitForm onKept={(item) => route(`/habits/${item}`, true)} />
    </>
  );
}
