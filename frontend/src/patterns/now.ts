import { computed, signal } from "@preact/signals";
import { entries } from "../shell/device.ts";
import { dayRule, today } from "../shell/today.ts";
import type { Period } from "./period.ts";
import { patternsIn } from "./whole.ts";

/** How far back is looked; kept while the app is open. */
export const period = signal<Period>("weeks");

/** What there is to see now; counted anew when something was written. */
export const seen = computed(() =>
  patternsIn({
    entries: entries.value,
    period: period.value,
    today: today.value,
    rule: dayRule.value,
  }),
);
