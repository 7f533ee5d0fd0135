import type { Signal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { weekdayOf } from "../language/calendar.ts";
import { t } from "../language/work.ts";
import type { Day } from "../streaks/day.ts";

type Shifted = { shift_on?: Day | null; at?: string };
type Props = {
  entry: {
    readonly members: Signal<Shifted & Record<string, unknown>>;
    change(part: Shifted): void;
    finish(): Promise<void>;
  };
};

/** "For: Monday's shift", and one tap that makes it today. */
export default function ForShift({ entry }: Props): JSX.Element | null {
  const { shift_on: shiftOn } = entry.members.value;
  const [linked] = useState(shiftOn);
  if (!linked) return null;
  const isLinked = typeof shiftOn === "string";
  const turn = () => {
    entry.change({ shift_on: isLinked ? null : linked });
    void entry.finish();
  };
  const shift = t("for.shift", { day: weekdayOf(linked) });
  const [now, other] = isLinked ? [shift, t("for.today")] : [t("for.today"), shift];
  return (
    <p class="row for-day">
      <span>{t("for.line", { day: now })}</span>
      <button type="button" class="text-button" onClick={turn}>
        {t("for.make", { day: other })}
      </button>
    </p>
  );
}
