import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { spokenDay } from "../language/calendar.ts";
import { t } from "../language/journal.ts";
import { entries, state } from "../shell/device.ts";
import { lateExtra } from "../ui/late.tsx";
import { StillMark } from "../ui/Marks.tsx";
import { DayList } from "./DayList.tsx";
import { JournalBar } from "./JournalBar.tsx";
import { isLooking, lookForNothing, seek, shown } from "./looking.ts";
import { loadNames } from "./tools.ts";
import "./journal.css";

const OnThisDay = lateExtra(() => import("./OnThisDay.tsx"));

/** Everything that was set down, by day; and what is looked for in it. */
export default function Journal(): JSX.Element {
  useEffect(loadNames, []);
  useTopOnSeek();
  const isEmpty = entries.value.length === 0;
  return (
    <>
      <div class="journal-head">
        <h1 tabIndex={-1}>{t("journal.title")}</h1>
        {!isEmpty && (
          <a class="text-button" href="/patterns">
            {t("journal.patterns")}
          </a>
        )}
      </div>
      {isEmpty ? <Empty /> : <JournalBar />}
      {!isEmpty && <Found />}
      {!isEmpty && !isLooking.value && <OnThisDay />}
      {shown.value.length > 0 && <DayList items={shown.value} sought={seek.value.words} />}
    </>
  );
}

/** What is found begins at the top; the way back from an entry leaves the screen where it was. */
function useTopOnSeek(): void {
  const before = useRef(seek.value);
  useEffect(() => {
    if (before.current === seek.value) return;
    before.current = seek.value;
    document.querySelector("main")?.scrollTo({ top: 0 });
  }, [seek.value]);
}

function saidOfFound(n: number): string {
  const { day } = seek.value;
  if (!isLooking.value) return "";
  if (n === 0) return t("found.none");
  return day ? t("found.on", { n, day: spokenDay(day) }) : t("found", { n });
}

/** How much was found, said as well as shown; and the way back to everything. */
function Found(): JSX.Element {
  const n = shown.value.length;
  const isNone = isLooking.value && n === 0;
  return (
    <div class={isNone ? "empty" : "found"}>
      {isNone && <StillMark />}
      <p class={isNone ? "lead words" : "soft"} role="status">
        {saidOfFound(n)}
      </p>
      {isNone && <p class="soft">{t("found.none-body")}</p>}
      {isLooking.value && <ShowAll look={isNone ? "button quiet" : "text-button"} />}
    </div>
  );
}

function ShowAll({ look }: { look: string }): JSX.Element {
  return (
    <button type="button" class={look} onClick={lookForNothing}>
      {t("found.all")}
    </button>
  );
}

function Empty(): JSX.Element {
  const { phase, sync, account } = state.value;
  const isComing = phase === "starting" || (account !== null && sync === "working");
  if (isComing) return <p class="soft">{t("state.loading")}</p>;
  return (
    <div class="empty">
      <StillMark />
      <p class="lead words">{t("journal.empty")}</p>
      <p class="soft">{t("journal.empty-body")}</p>
      <a class="button quiet" href="/">
        {t("not-found.home")}
      </a>
    </div>
  );
}
