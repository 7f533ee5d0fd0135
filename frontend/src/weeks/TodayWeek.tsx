import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { practice } from "../habits/plan.ts";
import { hadAHardDay, hideNumbers, profile } from "../habits/settings.ts";
import { t } from "../language/weeks.ts";
import { rememberShown } from "../notes/acts.ts";
import { entries, itemsOf } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { Notice } from "../ui/Notice.tsx";
import { firstWeek, type Payoff } from "./firstWeek.ts";
import { inWeek, isLastWorkDay, lookAt, weekOf } from "./week.ts";

/** Under this name the profile keeps the day on which the first week was told of. */
const TOLD = "first-week";

/** At the end of the last work day of a week, one quiet row; nothing on other days, and no reminder. */
export function TodayWeek({ isAfter }: { isAfter: boolean }): JSX.Element | null {
  const week = weekOf(today.value);
  const isOffered =
    isAfter &&
    isLastWorkDay(practice.value.journaling, today.value) &&
    inWeek(entries.value, week).length > 0 &&
    lookAt(itemsOf("note"), week) === undefined;
  if (!isOffered) return null;
  return (
    <button type="button" class="button quiet" onClick={() => openSheet("week")}>
      {t("week.today")}
    </button>
  );
}

/** After a first week: what there is. It is told once, and on no hard day. */
export function FirstWeek(): JSX.Element | null {
  const payoff = firstWeek(entries.value, today.value, profile.value.asked?.[TOLD]);
  const isTold = payoff !== undefined && !hadAHardDay.value;
  useEffect(() => {
    if (!isTold) return;
    rememberShown([TOLD]).catch((trouble: unknown) => {
      if (!(trouble instanceof JournalTrouble)) throw trouble; // it may only be told once more
    });
  }, [isTold]);
  if (!isTold) return null;
  return (
    <Notice title={t("first-week.title")}>
      {linesOf(payoff).map((line) => (
        <p key={line} class="words">
          {line}
        </p>
      ))}
      <button type="button" class="button quiet" onClick={() => openSheet("week")}>
        {t("week.today")}
      </button>
    </Notice>
  );
}

const LINES = ["settled", "good", "down"] as const;

/** Only what there is; without numbers where they are not wanted. */
function linesOf(payoff: Payoff): string[] {
  return LINES.filter((one) => payoff[one] > 0).map((one) =>
    hideNumbers.value ? t(`first-week.${one}-plain`) : t(`first-week.${one}`, { n: payoff[one] }),
  );
}
