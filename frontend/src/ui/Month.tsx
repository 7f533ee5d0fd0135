import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { firstWeekday, monthLabel, spokenDay, t, weekdayLabel } from "../language/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { BackMark, OnMark } from "./Marks.tsx";
import "./month.css";
import { dayByKey, type FirstOfMonth, monthAfter, monthOf, weeksOf } from "./month.ts";

/** How a day looks, what is said of it, and whether a tap does anything. */
export type DayFace = {
  look?: "full" | "held" | "soft" | "none";
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

/** Of all days one is in the order of the Tab key; the arrow keys go on from it, over the edge of a month too. */
function useArrows({ month, today, onMonth }: Pick<Props, "month" | "today" | "onMonth">) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(today);
  const isGoing = useRef(false);
  const here = monthOf(at) === month ? at : monthOf(today) === month ? today : month;
  const onKeyDown = (event: KeyboardEvent) => {
    const isTurned = getComputedStyle(event.currentTarget as Element).direction === "rtl";
    const to = dayByKey(event.key, here, isTurned);
    if (to === undefined) return;
    event.preventDefault();
    isGoing.current = true;
    setAt(to);
    if (monthOf(to) !== month) onMonth(monthOf(to));
  };
  useLayoutEffect(() => {
    if (!isGoing.current) return;
    isGoing.current = false;
    table.current?.querySelector<HTMLElement>("button[tabindex='0']")?.focus();
  }, [here]);
  return { table, here, onKeyDown };
}

/** A month as a grid; each day is a button that is on or off. */
export function Month({ label, month, today, onMonth, faceOf, onTap }: Props): JSX.Element {
  const { table, here, onKeyDown } = useArrows({ month, today, onMonth });
  return (
    <div class="month">
      <MonthHead month={month} onMonth={onMonth} />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys go from day to day, which only a grid tells */}
      <table ref={table} role="grid" onKeyDown={onKeyDown}>
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
                  <DayCell
                    key={day}
                    {...{ day, today, onTap }}
                    face={faceOf(day)}
                    isHere={day === here}
                  />
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

type CellProps = {
  day: Day;
  today: Day;
  face: DayFace;
  isHere: boolean;
  onTap: (day: Day) => void;
};

function DayCell({ day, today, face, isHere, onTap }: CellProps): JSX.Element {
  const { look = "none", on, said, fixed = false } = face;
  const name = [spokenDay(day), said].filter(Boolean).join(": ");
  return (
    <td>
      <button
        type="button"
        class={`day-cell ${look}`}
        tabIndex={isHere ? 0 : -1}
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
