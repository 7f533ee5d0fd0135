import type { JSX } from "preact";
import { profile } from "../habits/settings.ts";
import { t } from "../language/shifts.ts";
import { shiftTimesIn } from "../people/shift.ts";
import { entries } from "../shell/device.ts";
import { hour } from "../shell/look.ts";
import { openSheet } from "../shell/sheets.ts";
import { dayRule, today } from "../shell/today.ts";
import { aroundNow, type Clock, lineForNow } from "./around.ts";
import "./shifts.css";

/** What fits the time around a shift: one quiet row, and the line one listens by. */
export default function TodayShift(): JSX.Element | null {
  const clock: Clock = {
    now: new Date(),
    times: shiftTimesIn(profile.value),
    rule: dayRule.value,
    hour: hour.value,
  };
  const around = aroundNow(clock, entries.value, today.value);
  const line = lineForNow(clock, entries.value);
  return (
    <>
      {line && (
        <figure class="line-now">
          <figcaption class="soft">{t("before.line")}</figcaption>
          <blockquote class="words">{line}</blockquote>
        </figure>
      )}
      {around && <Row around={around} />}
    </>
  );
}

function Row({ around }: { around: "before" | "after" }): JSX.Element {
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => openSheet(around === "before" ? "before-shift" : "after-shift")}
    >
      {around === "before" ? t("today.before") : t("today.after")}
    </button>
  );
}
