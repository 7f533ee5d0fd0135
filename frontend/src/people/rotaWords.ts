import { andList, weekdayLabel } from "../language/calendar.ts";
import { listLabel } from "../language/dates.ts";
import { t } from "../language/work.ts";
import { runsOf, type WorkPattern } from "./rota.ts";

const MOST_RUNS = 8;

/** A pattern in words: "Monday to Friday", "4 on, 4 off". */
export function rotaWords(pattern: WorkPattern): string {
  switch (pattern.type) {
    case "every-day":
      return t("work.every-day");
    case "none":
      return t("work.none");
    case "weekly":
      return weekWords(pattern.days);
    case "rotation":
      return cycleWords(pattern.cycle);
  }
}

/** Three days or more in a row are told by the first and the last. */
function weekWords(days: readonly number[]): string {
  const runs = runsOf(
    [1, 2, 3, 4, 5, 6, 7].map((day) => (days.includes(day) ? "1" : "0")).join(""),
  );
  const [run] = runs.filter(({ on }) => on);
  const isOneRun = runs.filter(({ on }) => on).length === 1 && (run?.days ?? 0) > 2;
  if (!isOneRun) return andList(days.map((day) => weekdayLabel(day, "long")));
  const before = (day: number) => ((day + 5) % 7) + 1;
  const after = (day: number) => (day % 7) + 1;
  const first = days.find((day) => !days.includes(before(day))) ?? 1;
  const last = days.find((day) => !days.includes(after(day))) ?? 7;
  return t("work.from-to", {
    first: weekdayLabel(first, "long"),
    last: weekdayLabel(last, "long"),
  });
}

function cycleWords(cycle: string): string {
  const runs = runsOf(cycle);
  if (runs.length > MOST_RUNS) return t("work.weeks", { n: Math.ceil(cycle.length / 7) });
  return listLabel(runs.map(({ on, days }) => t(on ? "work.on" : "work.off", { n: days })));
}
