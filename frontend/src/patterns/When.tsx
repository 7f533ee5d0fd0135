import type { JSX } from "preact";
import { firstWeekday, weekdayLabel } from "../language/calendar.ts";
import { hourLabel, shortWeekdays } from "../language/dates.ts";
import { shortHour, t } from "../language/patterns.ts";
import { dayRule } from "../shell/today.ts";
import { Card, Figure } from "./Card.tsx";
import { hoursIn } from "./counts.ts";
import { daysSaid, hoursSaid, oftenLabel } from "./said.ts";
import type { Patterns } from "./whole.ts";

const HOURS = 24;
const LABEL_EVERY = 6;
const DAYS = 7;
const TALL = 60;
const STEP = 10;

/** By the hour and by the day of the week: when it was put down. */
export function When({ seen }: { seen: Patterns }): JSX.Element {
  return (
    <Card title={t("when.title")}>
      <Hours seen={seen} />
      <Weekdays seen={seen} />
    </Card>
  );
}

function Hours({ seen }: { seen: Patterns }): JSX.Element {
  const { counts } = seen.hours;
  const most = Math.max(...counts, 1);
  const hours = Array.from({ length: HOURS }, (_, at) => (dayRule.value.dayStartHour + at) % HOURS);
  const stretch = seen.stretch ? hoursIn(seen.stretch) : [];
  const said = hoursSaid(seen);
  return (
    <Figure
      said={said}
      plot={
        <div class="columns-plot">
          <Columns
            said={said}
            columns={hours.map((hour) => ({
              n: counts[hour] ?? 0,
              marked: stretch.includes(hour),
            }))}
          />
          <ul class="axis hours" aria-hidden="true">
            {hours
              .filter((_, at) => at % LABEL_EVERY === 0)
              .map((hour) => (
                <li key={hour}>{shortHour(hour)}</li>
              ))}
          </ul>
        </div>
      }
      note={t("when.note")}
      table={{
        caption: t("when.hours"),
        heads: [t("when.hour"), t("patterns.calls")],
        rows: hours
          .filter((hour) => (counts[hour] ?? 0) > 0)
          .map((hour) => [hourLabel(hour), oftenLabel(counts[hour] ?? 0, most)]),
      }}
    />
  );
}

function Weekdays({ seen }: { seen: Patterns }): JSX.Element {
  const { weekdays, mostDays } = seen;
  const most = Math.max(...weekdays, 1);
  const days = Array.from({ length: DAYS }, (_, at) => ((firstWeekday() - 1 + at) % DAYS) + 1);
  const countOf = (day: number) => weekdays[day - 1] ?? 0;
  const said = daysSaid(seen);
  return (
    <Figure
      said={said}
      plot={
        <div class="columns-plot">
          <Columns
            said={said}
            columns={days.map((day) => ({ n: countOf(day), marked: mostDays.includes(day) }))}
          />
          <ul class="axis days" aria-hidden="true">
            {days.map((day) => (
              <li key={day}>
                <span class="short">{weekdayLabel(day, "short")}</span>
                <span class="letter">{shortWeekdays()[day - 1]}</span>
              </li>
            ))}
          </ul>
        </div>
      }
      table={{
        caption: t("when.weekdays"),
        heads: [t("when.day"), t("patterns.calls")],
        rows: days.map((day) => [weekdayLabel(day, "long"), oftenLabel(countOf(day), most)]),
      }}
    />
  );
}

type Column = { n: number; marked: boolean };

/** Columns side by side; those the sentence speaks of stand on a line of their own as well. */
function Columns({ columns, said }: { columns: readonly Column[]; said: string }): JSX.Element {
  const most = Math.max(...columns.map(({ n }) => n), 1);
  const x = (at: number) => STEP * (at + 0.5);
  const draw = (only: (column: Column) => boolean) =>
    columns
      .flatMap((column, at) =>
        only(column) ? `M${x(at)} ${TALL}V${TALL - (column.n / most) * (TALL - 6)}` : [],
      )
      .join("");
  return (
    <svg
      class={`columns turns ${columns.length > DAYS ? "narrow" : "wide"}`}
      viewBox={`0 0 ${STEP * columns.length} ${TALL + 14}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={said}
    >
      <path class="none" d={draw(({ n }) => n === 0)} />
      <path class="some" d={draw(({ n, marked }) => n > 0 && !marked)} />
      <path class="most" d={draw(({ n, marked }) => n > 0 && marked)} />
      <path
        class="beneath"
        d={columns
          .flatMap(({ marked }, at) => (marked ? `M${STEP * at} ${TALL + 10}h${STEP}` : []))
          .join("")}
      />
    </svg>
  );
}
