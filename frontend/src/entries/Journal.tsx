import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { dayLabel } from "../language/dates.ts";
import { t } from "../language/journal.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { entries, state } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { StillMark } from "../ui/Marks.tsx";
import { byDay } from "./byDay.ts";
import { EntryCard } from "./EntryCard.tsx";

const DAYS_AT_ONCE = 21;
/** How many days are drawn; kept while the app is open, so that the way back finds its place. */
const shown = signal(DAYS_AT_ONCE);

function showMore(): void {
  shown.value += DAYS_AT_ONCE;
}

/** Everything that was set down, by day. */
export default function Journal(): JSX.Element {
  useEffect(loadLibrary, []);
  const days = byDay(entries.value);
  return (
    <>
      <h1 tabIndex={-1}>{t("journal.title")}</h1>
      {days.length === 0 ? <Empty /> : <PatternsLink />}
      {days.slice(0, shown.value).map(([day, items]) => (
        <section key={day} class="day">
          <h2>{day ? dayLabel(day, today.value) : t("entry.unknown")}</h2>
          {items.map((entry) => (
            <EntryCard key={entry.item} entry={entry} />
          ))}
        </section>
      ))}
      {days.length > shown.value && (
        <button type="button" class="button quiet" onClick={showMore}>
          {t("nav.journal")}
        </button>
      )}
    </>
  );
}

function PatternsLink(): JSX.Element {
  return (
    <div class="row">
      <a class="button quiet" href="/patterns">
        {t("journal.patterns")}
      </a>
    </div>
  );
}

function Empty(): JSX.Element {
  if (state.value.phase === "starting") return <p class="soft">{t("state.loading")}</p>;
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
