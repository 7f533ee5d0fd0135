import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { TodayGoals } from "../goals/TodayGoals.tsx";
import { TodayHabits } from "../habits/TodayHabits.tsx";
import { t } from "../language/entries.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { TodayNotes } from "../notes/TodayNotes.tsx";
import { TodayPrompt } from "../prompts/TodayPrompt.tsx";
import { TodayShared } from "../sharing/TodayShared.tsx";
import { entries } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { CarriedQuestion } from "./CarriedQuestion.tsx";
import { EntryCard } from "./EntryCard.tsx";

const LATELY = 3;

/** What of today lies below the first view; each part shows itself only where it has something to say. */
export default function TodayBelow(): JSX.Element {
  useEffect(loadLibrary, []);
  return (
    <>
      <CarriedQuestion />
      <TodayShared />
      <TodayNotes />
      <TodayHabits />
      <TodayGoals />
      <TodayPrompt />
      <button type="button" class="button plain" onClick={() => openSheet("whole-shift")}>
        {t("shift.open")}
      </button>
      <Lately />
    </>
  );
}

function Lately(): JSX.Element {
  const latest = entries.value.slice(0, LATELY);
  if (latest.length === 0) return <FirstTime />;
  return (
    <section class="stack">
      <h2>{t("today.recent")}</h2>
      {latest.map((entry) => (
        <EntryCard key={entry.item} entry={entry} withDay />
      ))}
      <a class="button plain" href="/journal">
        {t("today.all")}
      </a>
    </section>
  );
}

function FirstTime(): JSX.Element {
  return (
    <section class="stack tight soft">
      <p>{t("today.first")}</p>
      <p>{t("today.what-this-is")}</p>
      <p>
        <a href="/about">{t("today.about")}</a>
      </p>
    </section>
  );
}
