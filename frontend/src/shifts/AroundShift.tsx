import type { JSX } from "preact";
import { t } from "../language/shifts.ts";
import { openSheet } from "../shell/sheets.ts";
import { OnMark } from "../ui/Marks.tsx";

const FLOWS = [
  { sheet: "before-shift", say: "today.before" },
  { sheet: "after-shift", say: "today.after" },
  { sheet: "week", say: "today.week" },
] as const;

/** What goes around a shift and a week, at any time: today offers each only when it fits. */
export function AroundShift(): JSX.Element {
  return (
    <section class="stack tight">
      <h2>{t("around.title")}</h2>
      <ul class="card settings">
        {FLOWS.map(({ sheet, say }) => (
          <li key={sheet}>
            <button type="button" onClick={() => openSheet(sheet)}>
              {t(say)}
              <OnMark />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
