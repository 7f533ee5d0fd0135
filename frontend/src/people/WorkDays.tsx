import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { practice } from "../habits/plan.ts";
import { rangeIn } from "../habits/practice.ts";
import { lastWork, workPatternIn } from "../habits/work.ts";
import { sentenceOf } from "../language/troubles.ts";
import { t } from "../language/work.ts";
import { itemsOf, state } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { dayNumber } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { expects, holding } from "../streaks/schedules.ts";
import { type DayFace, Month } from "../ui/Month.tsx";
import { monthOf } from "../ui/month.ts";
import type { WorkPattern } from "./rota.ts";
import { rotaWords } from "./rotaWords.ts";
import { ShiftTimesPart } from "./ShiftTimes.tsx";
import { TapDays } from "./TapDays.tsx";
import { earliestOff, endOff, takeOff } from "./workDays.ts";
import "./work.css";

/** On which days somebody works: tapped, not described. */
export default function WorkDays(): JSX.Element {
  const schedules = itemsOf("schedule");
  const [tapping, setTapping] = useState(false);
  const isKnown = lastWork(schedules) !== undefined;
  if (state.value.phase === "starting") return <p class="soft">{t("state.loading")}</p>;
  return (
    <>
      <h1 tabIndex={-1}>{t("work.title")}</h1>
      {isKnown && !tapping ? (
        <>
          <p class="words">{rotaWords(workPatternIn(schedules) as WorkPattern)}</p>
          <Known />
          <button type="button" class="button quiet" onClick={() => setTapping(true)}>
            {t("work.again")}
          </button>
          <a class="button plain" href="/me/days-off">
            {t("work.free-days")}
          </a>
        </>
      ) : (
        <>
          <p class="soft">{t("work.lead")}</p>
          <TapDays onKept={() => setTapping(false)} />
        </>
      )}
      {!tapping && <ShiftTimesPart />}
      <p class="soft">{t("work.sees")}</p>
    </>
  );
}

function offOn(day: Day): OpenItem | undefined {
  return itemsOf("off").find(
    (item) =>
      item.of === undefined && rangeIn(item).some(({ first, last }) => first <= day && day <= last),
  );
}

/** The pattern as it holds, day by day; a tap takes a single day off. */
function Known(): JSX.Element {
  const [month, setMonth] = useState(monthOf(today.value));
  const [problem, setProblem] = useState("");
  const { timeline } = practice.value.journaling;
  // Before anything was said, no day was one of work or of rest.
  const isSaid = (day: Day) =>
    timeline.some(({ since }) => since > Number.NEGATIVE_INFINITY && since <= dayNumber(day));
  const isWork = (day: Day) =>
    isSaid(day) && expects(holding(timeline, dayNumber(day)), dayNumber(day));
  const tap = (day: Day) => {
    const off = offOn(day);
    (off ? endOff(off) : takeOff(day, day))
      .then(() => setProblem(""))
      .catch((trouble) => setProblem(sentenceOf(trouble)));
  };
  return (
    <section class="stack tight">
      <Month
        label={t("work.calendar")}
        month={month}
        today={today.value}
        onMonth={setMonth}
        faceOf={(day) => faceOf(day, isWork(day))}
        onTap={tap}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="soft">{t("work.tap-off")}</p>
    </section>
  );
}

/** Days off that belong to a longer stretch are changed where the stretch is. */
function faceOf(day: Day, isWork: boolean): DayFace {
  const off = offOn(day);
  const [range] = off ? rangeIn(off) : [];
  const isLong = range !== undefined && range.first !== range.last;
  const fixed = day < earliestOff() || isLong || (!isWork && !off);
  if (off) return { look: isWork ? "soft" : "none", on: false, said: t("work.day-off"), fixed };
  if (!isWork) return { on: false, said: t("work.day-free"), fixed };
  return { look: "full", on: true, said: t("work.day-work"), fixed };
}
