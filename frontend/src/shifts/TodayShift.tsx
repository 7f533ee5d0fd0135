import type { JSX } from "preact";
import { t } from "../language/shifts.ts";
import { entries } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { FirstWeek, TodayWeek } from "../weeks/TodayWeek.tsx";
import { aroundNow, fitsNow, lineForNow } from "./around.ts";
import { clockNow } from "./clock.ts";
import "./shifts.css";

/** What fits the time around a shift: one quiet row, and the line one listens by. */
export default function TodayShift(): JSX.Element | null {
  const clock = clockNow();
  const around = aroundNow(clock, entries.value, today.value);
  const line = lineForNow(clock, entries.value);
  const isAfter = fitsNow(clock, entries.value, today.value) === "after";
  return (
    <>
      {line && (
        <figure class="line-now">
          <figcaption class="soft">{t("before.line")}</figcaption>
          <blockquote class="words">{line}</blockquote>
        </figure>
      )}
      {around && <Row around={around} />}
      <TodayWeek isAfter={isAfter} />
      <FirstWeek />
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
