import type { JSX } from "preact";
import { firstWeekday, monthLabel, spokenDay, t, weekdayLabel } from "../language/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { BackMark, OnMark } from "./Marks.tsx";
import "./month.css";
import { type FirstOfMonth, monthAfter, monthOf, weeksOf } from "./month.ts";

/** How a day looks, what is said of it, and whether a tap does anything. */
export type DayFace = {
  look?: "full" | "soft" | "none";
  on: boolean;
  /** Said after the date: colour alone tells nobody anything. */
  said: string;
  fixed?: boolean;
};

type Props = {
  label: string;
  month: FirstOfMonth;
  today: Day;
  onMonth: (month: FirstOfMonth) => void;
  faceOf: (day: Day) => DayFace;
  onTap: (day: Day) => void;
};

const places = [0, 1, 2, 3, 4, 5, 6];

/** A month as a table; each day is a button that is on or off. */
export function Month({ label, month, today, onMonth, faceOf, onTap }: Props): JSX.Element {
  return (
    <div class="month">
      <MonthHead month={month} onMonth={onMonth} />
      <table>
        <caption class="unseen">
          {label}, {monthLabel(month)}
        </caption>
        <thead>
          <tr>
            {places.map((place) => (
              <Weekday key={place} iso={((firstWeekday() - 1 + place) % 7) + 1} />
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month, firstWeekday()).map((week, row) => (
            <tr key={`${month}-${row}`}>
              {week.map((day, place) =>
                day ? (
                  <DayCell key={day} day={day} today={today} face={faceOf(day)} onTap={onTap} />
                ) : (
                  <td key={`${row}-${places[place]}`} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthHead({ month, onMonth }: Pick<Props, "month" | "onMonth">): JSX.Element {
  const turn = (by: number, name: string, mark: JSX.Element) => (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      onClick={() => onMonth(monthAfter(monthOf(month), by))}
    >
      {mark}
    </button>
  );
  return (
    <div class="month-head">
      {turn(-1, t("month.before"), <BackMark />)}
      <p aria-live="polite">{monthLabel(month)}</p>
      {turn(1, t("month.after"), <OnMark />)}
    </div>
  );
}

function Weekday({ iso }: { iso: number }): JSX.Element {
  return (
    <th scope="col" abbr={weekdayLabel(iso, "long")}>
      {weekdayLabel(iso, "short")}
    </th>
  );
}

type CellProps = { day: Day; today: Day; face: DayFace; onTap: (day: Day) => void };

function DayCell({ day, today, face, onTap }: CellProps): JSX.Element {
  const { look = "none", on, said, fixed = false } = face;
  const name = [spokenDay(day), said].filter(Boolean).join(": ");
  return (
    <td>
      <button
        type="button"
        class={`day-cell ${look}`}
        aria-label={name}
        aria-pressed={on}
        aria-current={day === today ? "date" : undefined}
        aria-disabled={fixed}
        onClick={() => !fixed && onTap(day)}
      >
        {Number(day.slice(8))}
      </button>
    </td>
  );
}
