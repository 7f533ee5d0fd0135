import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { OtherHeads } from "../entries/OtherHeads.tsx";
import type { OpenItem } from "../feeds/device.ts";
import { amountLabel } from "../language/calendar.ts";
import { t } from "../language/habits.ts";
import { techniqueFile, techniquesById } from "../library/catalogue.ts";
import { itemOf, itemsOf, state, theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StillMark } from "../ui/Marks.tsx";
import { archiveHabit } from "./acts.ts";
import { HabitCalendar } from "./HabitCalendar.tsx";
import { HabitForm } from "./HabitForm.tsx";
import { type Habit, habitOf } from "./habit.ts";
import { streaks } from "./now.ts";
import { oftenLabel, oftenOf } from "./often.ts";
import { Strength } from "./Ring.tsx";
import { StreakLines } from "./StreakLines.tsx";
import { hideNumbers } from "./settings.ts";

/** One habit: how strong it has grown, its days, and the ways to change it or put it away. */
export default function HabitPage(): JSX.Element {
  const item = itemOf(useRoute().params["item"] ?? "");
  useEffect(techniqueFile.load, []);
  if (item?.kind === "habit") return <Shown key={item.item} item={item} />;
  if (state.value.phase === "starting") return <p class="soft">{t("state.loading")}</p>;
  return (
    <div class="empty">
      <StillMark />
      <h1 tabIndex={-1}>{t("habits.gone")}</h1>
      <p class="soft">{t("habits.gone-body")}</p>
      <a class="button quiet" href="/goals">
        {t("habits.back")}
      </a>
    </div>
  );
}

function Shown({ item }: { item: OpenItem }): JSX.Element {
  const [doing, setDoing] = useState<"reading" | "changing" | "deleting">("reading");
  const habit = habitOf(item);
  const read = () => setDoing("reading");
  if (doing === "deleting") return <Delete item={item} onKeep={read} />;
  if (doing === "changing") {
    return (
      <>
        <h1 tabIndex={-1}>{t("habit.change")}</h1>
        <HabitForm before={item} onKept={read} />
        <button type="button" class="button plain" onClick={read}>
          {t("act.cancel")}
        </button>
      </>
    );
  }
  return (
    <>
      <h1 tabIndex={-1}>{habit.name}</h1>
      {habit.archived && <p class="soft">{t("habit.archived")}</p>}
      <Grown habit={habit} />
      <About habit={habit} />
      <OtherHeads entry={item} said={saidOf} />
      {!habit.archived && <HabitCalendar habit={habit} />}
      <Acts
        item={item}
        archived={habit.archived}
        onChange={() => setDoing("changing")}
        onDelete={() => setDoing("deleting")}
      />
    </>
  );
}

function Grown({ habit }: { habit: Habit }): JSX.Element | null {
  const counted = streaks.value.habits.get(habit.item);
  if (!counted) return null;
  return (
    <section class="card">
      <Strength strength={counted.strength} hideNumbers={hideNumbers.value} />
      <p class="soft">{t("strength.what")}</p>
      {habit.pinned && <StreakLines of={counted} />}
    </section>
  );
}

function aimOf({ unit, target }: Habit): string | undefined {
  if (unit === undefined) return undefined;
  if (target === undefined) return t("habit.counted-in", { unit });
  return t("habit.aim", { target: amountLabel(target), unit });
}

function saidOf(item: OpenItem): string {
  const habit = habitOf(item);
  return [habit.name, habit.cue, aimOf(habit)].filter(Boolean).join("\n");
}

function About({ habit }: { habit: Habit }): JSX.Element {
  const tool = techniquesById.value.get(habit.technique ?? "")?.label;
  const lines = [
    oftenLabel(oftenOf(itemsOf("schedule"), habit.item)),
    habit.cue && t("habit.cued", { cue: habit.cue }),
    aimOf(habit),
    tool && t("habit.with-tool", { tool }),
  ].filter(Boolean);
  return (
    <ul class="stack tight">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

type ActsProps = {
  item: OpenItem;
  archived: boolean;
  onChange: () => void;
  onDelete: () => void;
};

function Acts({ item, archived, onChange, onDelete }: ActsProps): JSX.Element {
  return (
    <div class="stack tight">
      {!archived && (
        <button type="button" class="button quiet" onClick={onChange}>
          {t("habit.change")}
        </button>
      )}
      <ActButton kind={archived ? "" : "quiet"} act={() => archiveHabit(item, !archived)}>
        {archived ? t("habit.again") : t("habit.archive")}
      </ActButton>
      <button type="button" class="button plain" onClick={onDelete}>
        {t("habit.delete")}
      </button>
    </div>
  );
}

function Delete({ item, onKeep }: { item: OpenItem; onKeep: () => void }): JSX.Element {
  const { route } = useLocation();
  const act = async () => {
    await (await theDevice()).remove(item.item, "forget");
    route("/goals");
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("habit.delete-title")}</h1>
      <p>{t("habit.delete-body")}</p>
      <div class="stack tight">
        <ActButton kind="grave" act={act}>
          {t("habit.delete-yes")}
        </ActButton>
        <button type="button" class="button quiet" onClick={onKeep}>
          {t("habit.delete-no")}
        </button>
      </div>
    </>
  );
}
