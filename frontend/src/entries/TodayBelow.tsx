import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { TodayGoals } from "../goals/TodayGoals.tsx";
import { t } from "../language/journal.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { TodayNotes } from "../notes/TodayNotes.tsx";
import { TodayPrompt } from "../prompts/TodayPrompt.tsx";
import { TodayShared } from "../sharing/TodayShared.tsx";
import { entries } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { lateExtra } from "../ui/late.tsx";
import { askedAbout } from "./carried.ts";
import { EntryCard } from "./EntryCard.tsx";

const LATELY = 3;

/** What of today lies below the first view; each part shows itself only where it has something to say. */
export default function TodayBelow(): JSX.Element {
  useEffect(loadLibrary, []);
  return (
    <>
      <Carried />
      <TodayShared />
      <Shift />
      <TodayNotes />
      <Habits />
      <TodayGoals />
      <TodayPrompt />
      <button type="button" class="button plain" onClick={() => openSheet("whole-shift")}>
        {t("today.shift")}
      </button>
      <Lately />
    </>
  );
}

/** Counting takes code of its own, so it comes a moment after the rest. */
function Habits(): JSX.Element | null {
  const [Part, setPart] = useState<FunctionComponent>();
  useEffect(() => {
    import("../habits/TodayHabits.tsx")
      .then((found) => setPart(() => found.TodayHabits))
      .catch(() => undefined); // offline before it was ever kept: the next time
  }, []);
  return Part ? <Part /> : null;
}

/** When shifts are is read only here, so it comes a moment later as well. */
function Shift(): JSX.Element | null {
  const [Part, setPart] = useState<FunctionComponent>();
  useEffect(() => {
    import("../shifts/TodayShift.tsx")
      .then((found) => setPart(() => found.default))
      .catch(() => undefined); // the next time
  }, []);
  return Part ? <Part /> : null;
}

const CarriedQuestion = lateExtra(() => import("./CarriedQuestion.tsx"));

/** Asked once, and only of who wanted it: seldom, so it comes by itself. */
function Carried(): JSX.Element | null {
  const [wasAsked, setAsked] = useState(false);
  const isAsked = askedAbout(entries.value, today.value) !== undefined;
  useEffect(() => {
    if (isAsked) setAsked(true);
  }, [isAsked]);
  return isAsked || wasAsked ? <CarriedQuestion /> : null;
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
