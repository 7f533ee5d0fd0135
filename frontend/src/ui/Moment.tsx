import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../language/calendar.ts";
import { dayLabel } from "../language/dates.ts";
import { type Day, dayAfter } from "../streaks/day.ts";
import { Choices } from "./Choices.tsx";
import { Month } from "./Month.tsx";
import { monthOf } from "./month.ts";

type Props = {
  legend: string;
  /** A day and a time on the wall, "2026-11-21T22:10"; or a day alone. */
  value: string;
  /** The date on the wall now. */
  today: Day;
  /** The day beside today that is one tap away: the one before it, or the one after. */
  near: -1 | 1;
  onInput: (value: string) => void;
};

const OTHER = "other";
const DAY_LENGTH = 10;

/** A day and a time: two days within one tap, any other on a calendar, the time by the phone's own clock. */
export function Moment({ legend, value, today, near, onInput }: Props): JSX.Element {
  const day = value.slice(0, DAY_LENGTH) || today;
  const time = value.slice(DAY_LENGTH + 1);
  const offered = [today, dayAfter(today, near)];
  const [other, setOther] = useState(!offered.includes(day));
  const write = (newDay: Day, newTime: string) =>
    onInput(newTime ? `${newDay}T${newTime}` : newDay);
  const pick = (id: string) => {
    setOther(id === OTHER);
    if (id !== OTHER) write(id, time);
  };
  const options = offered.map((id) => ({ id, label: dayLabel(id, today) }));
  return (
    <>
      <Choices
        legend={legend}
        legendSeen
        options={[...options, { id: OTHER, label: t("moment.other-day") }]}
        value={other ? OTHER : day}
        onPick={pick}
      />
      {other && (
        <AnyDay legend={legend} {...{ day, today }} onPick={(picked) => write(picked, time)} />
      )}
      <Time value={time} onInput={(changed) => write(day, changed)} />
    </>
  );
}

type AnyDayProps = Pick<Props, "legend" | "today"> & { day: Day; onPick: (day: Day) => void };

function AnyDay({ legend, day, today, onPick }: AnyDayProps): JSX.Element {
  const [month, setMonth] = useState(monthOf(day));
  return (
    <Month
      label={legend}
      month={month}
      today={today}
      onMonth={setMonth}
      faceOf={(one) =>
        one === day ? { look: "full", on: true, said: t("moment.chosen") } : { on: false, said: "" }
      }
      onTap={onPick}
    />
  );
}

type TimeProps = { value: string; onInput: (value: string) => void };

/** An emptied field keeps the time it had. */
function Time({ value, onInput }: TimeProps): JSX.Element {
  const id = useId();
  return (
    <div class="field time">
      <label for={id}>{t("moment.time")}</label>
      <input
        id={id}
        type="time"
        autocomplete="off"
        value={value}
        onChange={({ currentTarget }) => currentTarget.value && onInput(currentTarget.value)}
      />
    </div>
  );
}
