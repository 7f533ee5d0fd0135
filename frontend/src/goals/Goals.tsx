import type { JSX } from "preact";
import { HabitList } from "../habits/HabitList.tsx";
import { t } from "../language/first.ts";

export default function Goals(): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{t("nav.goals")}</h1>
      <HabitList />
    </>
  );
}
