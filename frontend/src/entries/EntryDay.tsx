import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { spokenDay, weekdayOf } from "../language/calendar.ts";
import { dayLabel } from "../language/dates.ts";
import { sentenceOf } from "../language/troubles.ts";
import { t } from "../language/work.ts";
import { shiftAt } from "../people/shiftNow.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { type Day, dayAfter } from "../streaks/day.ts";
import { BACKFILL_DAYS } from "../streaks/filing.ts";
import { Choices } from "../ui/Choices.tsx";

/** The shift an entry was written in or after, whether it is filed there or not. */
function shiftDayOf({ words }: OpenItem): Day | undefined {
  const { at, shift_on: shift } = words;
  if (typeof shift === "string") return shift;
  return typeof at === "string" ? shiftAt(new Date(at)) : undefined;
}

/** The day it was written, the days it may still fill, and the one it stands on. */
function daysFor({ day, written }: OpenItem): Day[] {
  if (!day || !written) return [];
  const days = Array.from({ length: BACKFILL_DAYS + 1 }, (_, at) => dayAfter(written, -at));
  return [...new Set([...days, day])].sort().reverse();
}

/** Which day an entry belongs to, as long as it can still fill another one; one tap moves it. */
export function EntryDay({ entry }: { entry: OpenItem }): JSX.Element | null {
  const [said, setSaid] = useState("");
  const { day, written = "" } = entry;
  if (!day || dayAfter(written, BACKFILL_DAYS) < today.value || entry.words.v !== 1) return null;
  const shift = shiftDayOf(entry);
  const labelOf = (one: Day) =>
    one === shift ? t("for.shift", { day: weekdayOf(one) }) : dayLabel(one, today.value);
  const move = (to: Day) => {
    if (to === day) return;
    moved(entry, to, shift)
      .then(() => setSaid(t("for.moved", { day: labelOf(to) })))
      .catch((trouble) => setSaid(sentenceOf(trouble)));
  };
  return (
    <div class="stack tight">
      <Choices
        legend={t("for.legend")}
        legendSeen
        options={daysFor(entry).map((one) => ({
          id: one,
          label: labelOf(one),
          name: `${labelOf(one)}, ${spokenDay(one)}`,
        }))}
        value={day}
        onPick={move}
      />
      <p class="soft" role="status">
        {said || t("for.hint")}
      </p>
    </div>
  );
}

async function moved({ item, kind, words }: OpenItem, day: Day, shift?: Day): Promise<void> {
  // Only an encounter names its shift; null says that the link was taken back.
  const isLinked = words.t === "encounter" && shift !== undefined;
  const linked = isLinked ? { shift_on: day === shift ? shift : null } : {};
  await (await theDevice()).save({ item, kind, day, words: { ...words, ...linked } });
}
