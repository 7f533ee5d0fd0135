import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { t } from "../language/journal.ts";
import { entries } from "../shell/device.ts";
import { closeSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import type { Day } from "../streaks/day.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { type DayFace, Month } from "../ui/Month.tsx";
import { monthOf } from "../ui/month.ts";
import { byDay } from "./byDay.ts";
import { lookFor, lookForNothing, seek } from "./looking.ts";

/** The days of the journal, month by month; a tap shows what stands on one. Other days are days, no more. */
export function JournalDays(): JSX.Element {
  const chosen = seek.value.day;
  const [month, setMonth] = useState(monthOf(chosen ?? today.value));
  const days = useMemo(
    () => new Map(byDay(entries.value).map(([day, items]) => [day, items.length])),
    [entries.value],
  );
  const faceOf = (day: Day): DayFace => {
    const n = days.get(day) ?? 0;
    const look = day === chosen ? "full" : n > 0 ? "held" : "none";
    return { look, on: day === chosen, said: n > 0 ? t("days.n", { n }) : "", fixed: n === 0 };
  };
  const show = (day: Day) => {
    lookForNothing();
    lookFor({ day });
    closeSheet();
  };
  return (
    <div class="sheet-body low">
      <StepHeading>{t("seek.days")}</StepHeading>
      <p class="soft">{t("days.lead")}</p>
      <Years days={[...days.keys()]} month={month} onMonth={setMonth} />
      <Month
        label={t("seek.days")}
        {...{ month, faceOf }}
        today={today.value}
        onMonth={setMonth}
        onTap={show}
      />
    </div>
  );
}

type YearsProps = { days: readonly Day[]; month: Day; onMonth: (month: Day) => void };

/** To another year in one tap: to its last month with an entry. */
function Years({ days, month, onMonth }: YearsProps): JSX.Element | null {
  const latest = new Map<string, Day>();
  for (const day of days) {
    const year = day.slice(0, 4);
    if (day > (latest.get(year) ?? "")) latest.set(year, day);
  }
  latest.delete("");
  if (latest.size < 2) return null;
  return (
    <Choices
      legend={t("days.year")}
      options={[...latest.keys()].map((id) => ({ id, label: id }))}
      value={month.slice(0, 4)}
      onPick={(year) => onMonth(monthOf(latest.get(year) ?? month))}
    />
  );
}
