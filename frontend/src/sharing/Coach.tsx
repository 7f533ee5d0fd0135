import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { t } from "../language/coach.ts";
import { sentenceOf } from "../language/troubles.ts";
import { state } from "../shell/device.ts";
import { openSheet, place } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { StillMark } from "../ui/Marks.tsx";
import { Notice } from "../ui/Notice.tsx";
import { theSharing } from "./acts.ts";
import { CoachPeople } from "./CoachPeople.tsx";
import { onLabel, untilLabel } from "./dates.ts";
import { dayOf } from "./day.ts";
import { inbox, lookIn, takenUp } from "./inbox.ts";
import type { Letter } from "./shape.ts";
import { TakeCalls } from "./TakeCalls.tsx";
import "./sharing.css";

/** A coach's five minutes: backup first, a few that are new, and then it is enough. */
export default function Coach(): JSX.Element {
  const { account, unlocked, phase } = state.value;
  const [problem, setProblem] = useState("");
  const isOpen = account !== null && unlocked;
  const sheet = place.value?.sheet;
  useEffect(() => {
    if (!isOpen || sheet !== undefined) return;
    look().then(setProblem, () => setProblem(sentenceOf(undefined)));
  }, [isOpen, sheet]);
  return (
    <>
      <div class="stack tight">
        <h1 tabIndex={-1}>{t("coach.title")}</h1>
        <p class="soft">{t("coach.five")}</p>
      </div>
      {phase === "ready" && !isOpen && <p>{t("coach.account")}</p>}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {isOpen && inbox.value && (
        <>
          <Day />
          <TakeCalls />
          <p class="soft">{t("coach.promise")}</p>
          <Practise />
          <CoachPeople />
        </>
      )}
    </>
  );
}

function Practise(): JSX.Element {
  return (
    <section class="stack tight">
      <button type="button" class="button quiet" onClick={() => openSheet("sharing", "practice")}>
        {t("practice.open-it")}
      </button>
      <p class="soft">{t("practice.lead")}</p>
    </section>
  );
}

/** Looks in; what went wrong, in words. */
async function look(): Promise<string> {
  try {
    await renewed();
    await lookIn();
    return "";
  } catch (trouble) {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
    return trouble.code === "not-found" ? t("coach.not-coach") : sentenceOf(trouble);
  }
}

/** Keys that have changed shut what comes from them, before anything is opened. */
async function renewed(): Promise<void> {
  await (await theSharing()).renew();
}

function Day(): JSX.Element {
  const { letters = [], unverified = false } = inbox.value ?? {};
  const { backup, fresh, before, isEnough } = dayOf(letters, takenUp.value);
  const isEmpty = backup.length + fresh.length === 0;
  return (
    <>
      {unverified && (
        <Notice>
          <p>{t("coach.unverified")}</p>
        </Notice>
      )}
      <Letters title={t("coach.backup")} letters={backup} />
      <Letters title={t("coach.unread")} letters={fresh} />
      {isEmpty && (
        <div class="empty">
          <StillMark />
          {isEnough && <h2>{t("coach.done")}</h2>}
          <p class="soft">{isEnough ? t("coach.done-body") : t("coach.empty")}</p>
        </div>
      )}
      {!isEmpty && isEnough && <p class="soft">{t("coach.done-body")}</p>}
      <Letters title={t("coach.read")} letters={before} />
    </>
  );
}

function Letters({ title, letters }: { title: string; letters: Letter[] }): JSX.Element | null {
  if (letters.length === 0) return null;
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      {letters.map((letter) => (
        <LetterCard key={letter.item} letter={letter} />
      ))}
    </section>
  );
}

function LetterCard({ letter }: { letter: Letter }): JSX.Element {
  const { item, name, backup, answered, sharedOn, until } = letter;
  const day = onLabel(sharedOn, today.value);
  return (
    <button
      type="button"
      class={backup && !answered ? "letter backup" : "letter"}
      onClick={() => openSheet("sharing", `letter ${item}`)}
    >
      <strong>{t("coach.letter", { name })}</strong>
      <span class="soft">{t("coach.shared", { day, until: untilLabel(until) })}</span>
      {answered && <span>{t("coach.answered")}</span>}
    </button>
  );
}
