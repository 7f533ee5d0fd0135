import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { profile } from "../habits/settings.ts";
import { wallClock } from "../language/calendar.ts";
import { hourLabel } from "../language/dates.ts";
import { sentenceOf } from "../language/troubles.ts";
import { t } from "../language/work.ts";
import { dayRule } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Select } from "../ui/Fields.tsx";
import { keepRule } from "./me.ts";
import {
  clockOf,
  goesOverMidnight,
  type ShiftTimes,
  shiftTimesIn,
  suggestedDayStart,
} from "./shift.ts";
import { keepShiftTimes } from "./workDays.ts";

const UNSAID = "";
const HALF_HOURS = Array.from({ length: 48 }, (_, at) => clockOf(at * 30));

/** When shifts begin and end; from that, a day start that keeps a shift on one day is offered. */
export function ShiftTimesPart(): JSX.Element {
  const known = shiftTimesIn(profile.value);
  // One time alone is not kept yet: a shift has two.
  const [half, setHalf] = useState<Partial<ShiftTimes>>({});
  const times = { ...known, ...half };
  const [problem, setProblem] = useState("");
  const pick = (part: Partial<ShiftTimes>) => {
    const next = { ...times, ...part };
    const whole = shiftTimesIn({ shift: next });
    setHalf(next);
    keepShiftTimes(whole)
      .then(() => {
        setProblem("");
        if (whole) setHalf({});
      })
      .catch((trouble) => setProblem(sentenceOf(trouble)));
  };
  return (
    <section class="stack" aria-labelledby="shift-times">
      <h2 id="shift-times">{t("shift.title")}</h2>
      <p class="soft">{t("shift.lead")}</p>
      <div class="halves-fields">
        <Clock
          label={t("shift.starts")}
          value={times.starts}
          onPick={(starts) => pick({ starts })}
        />
        <Clock label={t("shift.ends")} value={times.ends} onPick={(ends) => pick({ ends })} />
      </div>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {known && <DayStartOffer times={known} />}
    </section>
  );
}

type ClockProps = { label: string; value: string | undefined; onPick: (clock: string) => void };

function Clock({ label, value = UNSAID, onPick }: ClockProps): JSX.Element {
  const options =
    value === UNSAID || HALF_HOURS.includes(value) ? HALF_HOURS : [value, ...HALF_HOURS];
  return (
    <Select
      label={label}
      value={value}
      options={[
        { id: UNSAID, label: t("shift.unsaid") },
        ...options.map((clock) => ({ id: clock, label: wallClock(clock) })),
      ]}
      onPick={onPick}
    />
  );
}

function DayStartOffer({ times }: { times: ShiftTimes }): JSX.Element {
  const suggested = suggestedDayStart(times);
  const hour = hourLabel(suggested);
  if (dayRule.value.dayStartHour === suggested) {
    return (
      <p role="status" class="soft">
        {t("shift.taken", { hour })}
      </p>
    );
  }
  const why = goesOverMidnight(times) ? "shift.offer" : "shift.offer-early";
  return (
    <div class="notice">
      <p>{t(why, { hour })}</p>
      <ActButton act={() => keepRule({ ...dayRule.value, dayStartHour: suggested })}>
        {t("shift.take", { hour })}
      </ActButton>
    </div>
  );
}
