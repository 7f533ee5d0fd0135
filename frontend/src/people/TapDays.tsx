import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/work.ts";
import { today } from "../shell/today.ts";
import { dayNumber } from "../streaks/calendar.ts";
import { type Day, dayAfter } from "../streaks/day.ts";
import { expects, patternOf } from "../streaks/schedules.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { type DayFace, Month } from "../ui/Month.tsx";
import { monthOf } from "../ui/month.ts";
import { CalendarFile, type FromFile } from "./CalendarFile.tsx";
import { type Rota, rotaFrom } from "./rota.ts";
import { rotaWords } from "./rotaWords.ts";
import { clockOf } from "./shift.ts";
import { keepShiftTimes, keepWorkDays } from "./workDays.ts";

const MOST_TAPPED_WITHOUT_RHYTHM = 8;

type Props = { onKept: () => void };

/** Tapping the days of work until their rhythm shows; or a file; or every day; or no fixed days. */
export function TapDays({ onKept }: Props): JSX.Element {
  const [month, setMonth] = useState(monthOf(today.value));
  const [days, setDays] = useState<ReadonlySet<Day>>(new Set());
  const [file, setFile] = useState<FromFile | null>(null);
  const rota = rotaFrom(days);
  const tap = (day: Day) => {
    const next = new Set(days);
    if (!next.delete(day)) next.add(day);
    setFile(null);
    setDays(next);
  };
  const read = (found: FromFile) => {
    setFile(found);
    setDays(new Set(found.days));
    setMonth(monthOf(found.days.find((day) => day >= today.value) ?? today.value));
  };
  const keep = async () => {
    if (!rota) return;
    await keepWorkDays(rota.pattern, file ? rota.off : []);
    if (file?.times) {
      const { from, to } = file.times;
      await keepShiftTimes({ starts: clockOf(from), ends: clockOf(to) });
    }
    onKept();
  };
  return (
    <>
      <p>{t("work.tap")}</p>
      <Month
        label={t("work.calendar")}
        month={month}
        today={today.value}
        onMonth={setMonth}
        faceOf={(day) => faceOf(day, days, rota)}
        onTap={tap}
      />
      <Found rota={rota} days={days} isFile={file !== null} keep={keep} />
      {days.size > 0 && (
        <button type="button" class="button plain" onClick={() => setDays(new Set())}>
          {t("work.start-over")}
        </button>
      )}
      {days.size === 0 && <Otherwise onKept={onKept} onRead={read} />}
    </>
  );
}

/** What was tapped is full; how it would go on is drawn lightly, and only where a rhythm was found. */
function faceOf(day: Day, days: ReadonlySet<Day>, rota: Rota | null): DayFace {
  if (days.has(day)) return { look: "full", on: true, said: t("work.day-work") };
  const last = [...days].reduce((latest, one) => (one > latest ? one : latest), "");
  const goesOn =
    rota?.isRhythm && day > last && expects(patternOf({ ...rota.pattern }), dayNumber(day));
  return goesOn
    ? { look: "soft", on: false, said: t("work.day-next") }
    : { on: false, said: t("work.day-free") };
}

type FoundProps = {
  rota: Rota | null;
  days: ReadonlySet<Day>;
  isFile: boolean;
  keep: () => Promise<void>;
};

function Found({ rota, days, isFile, keep }: FoundProps): JSX.Element {
  const isTold = rota !== null && (rota.isRhythm || isFile);
  const mayKeepWeeks = rota !== null && days.size >= MOST_TAPPED_WITHOUT_RHYTHM;
  return (
    <>
      <div role="status" class="stack tight">
        {isTold && (
          <p>
            <span class="soft">{t(isFile ? "work.found-in-file" : "work.found")}</span>
            <br />
            <span class="words">{rotaWords(rota.pattern)}</span>
          </p>
        )}
        {rota && !isTold && <p class="soft">{t("work.not-found")}</p>}
      </div>
      {isTold ? (
        <ActButton act={keep}>{t("work.keep")}</ActButton>
      ) : (
        mayKeepWeeks && (
          <ActButton kind="quiet" act={keep}>
            {t("work.keep-weeks")}
          </ActButton>
        )
      )}
    </>
  );
}

type OtherwiseProps = { onKept: () => void; onRead: (found: FromFile) => void };

function Otherwise({ onKept, onRead }: OtherwiseProps): JSX.Element {
  const keep = (type: "every-day" | "none") => async () => {
    await keepWorkDays({ type });
    onKept();
  };
  const window = { first: dayAfter(today.value, -35), last: dayAfter(today.value, 330) };
  return (
    <section class="stack tight" aria-labelledby="without-tapping">
      <h2 id="without-tapping">{t("work.other")}</h2>
      <ActButton kind="quiet" act={keep("every-day")}>
        {t("work.every-day")}
      </ActButton>
      <ActButton kind="quiet" act={keep("none")}>
        {t("work.none")}
      </ActButton>
      <p class="soft">
        {t("work.none")}: {t("work.none-hint")}.
      </p>
      <CalendarFile window={window} onRead={onRead} />
    </section>
  );
}
