import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { type Range, rangeIn } from "../habits/practice.ts";
import { shortDay } from "../language/calendar.ts";
import { t } from "../language/work.ts";
import { itemsOf } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import type { Day } from "../streaks/day.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { type DayFace, Month } from "../ui/Month.tsx";
import { monthOf } from "../ui/month.ts";
import { earliestOff, endOff, takeOff } from "./workDays.ts";
import "./work.css";

type Chosen = { first: Day; last: Day } | null;

const spanLabel = ({ first, last }: { first: Day; last: Day }) =>
  first === last
    ? shortDay(first)
    : t("off.span", { first: shortDay(first), last: shortDay(last) });

/** Leave, sickness, anything: the first day, the last day, and never why. */
export default function DaysOff(): JSX.Element {
  const [month, setMonth] = useState(monthOf(today.value));
  const [chosen, setChosen] = useState<Chosen>(null);
  const kept = itemsOf("off").filter(({ of }) => of === undefined);
  const ranges = kept.flatMap(rangeIn);
  const tap = (day: Day) => {
    const goesOn = chosen !== null && chosen.first === chosen.last && day > chosen.first;
    setChosen(goesOn ? { first: chosen.first, last: day } : { first: day, last: day });
  };
  return (
    <>
      <h1 tabIndex={-1}>{t("off.title")}</h1>
      <p class="soft">{t("off.lead")}</p>
      <p>{t("off.tap")}</p>
      <Month
        label={t("off.calendar")}
        month={month}
        today={today.value}
        onMonth={setMonth}
        faceOf={(day) => faceOf(day, chosen, ranges)}
        onTap={tap}
      />
      {chosen && <Keep chosen={chosen} onKept={() => setChosen(null)} />}
      <Kept items={kept} />
    </>
  );
}

function faceOf(day: Day, chosen: Chosen, ranges: readonly Range[]): DayFace {
  if (chosen && chosen.first <= day && day <= chosen.last)
    return { look: "full", on: true, said: t("off.day-chosen") };
  const isOff = ranges.some(({ first, last }) => first <= day && day <= last);
  return isOff ? { look: "soft", on: false, said: t("off.day-off") } : { on: false, said: "" };
}

type KeepProps = { chosen: { first: Day; last: Day }; onKept: () => void };

function Keep({ chosen, onKept }: KeepProps): JSX.Element {
  const earliest = earliestOff();
  if (chosen.last < earliest) return <p role="status">{t("off.closed")}</p>;
  const keep = async () => {
    await takeOff(chosen.first, chosen.last);
    onKept();
  };
  return (
    <div class="stack tight">
      <p class="words" role="status">
        {spanLabel(chosen)}
      </p>
      {chosen.first < earliest && (
        <p class="soft">{t("off.clipped", { day: shortDay(earliest) })}</p>
      )}
      <ActButton act={keep}>{t("off.keep")}</ActButton>
    </div>
  );
}

/** Those that still last or are to come; what has passed has passed. */
function Kept({ items }: { items: readonly OpenItem[] }): JSX.Element {
  const ahead = items
    .flatMap((item) => rangeIn(item).map((range) => ({ item, range })))
    .filter(({ range }) => range.last >= earliestOff())
    .sort((one, other) => (one.range.first < other.range.first ? -1 : 1));
  return (
    <section class="stack tight" aria-labelledby="days-kept">
      <h2 id="days-kept">{t("off.known")}</h2>
      {ahead.length === 0 && <p class="soft">{t("off.none")}</p>}
      <ul class="stack tight">
        {ahead.map(({ item, range }) => (
          <li key={item.item} class="kept-row">
            <span>{spanLabel(range)}</span>
            <ActButton kind="plain" act={() => endOff(item)}>
              {range.first >= earliestOff() ? t("off.take-back") : t("off.end-now")}
            </ActButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
