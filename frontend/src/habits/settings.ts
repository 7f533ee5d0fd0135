import { computed } from "@preact/signals";
import { profileOf } from "../feeds/profile.ts";
import { entries, itemsOf } from "../shell/device.ts";
import { today } from "../shell/today.ts";

/** What follows the person from phone to phone. */
export const profile = computed(() => profileOf({ items: itemsOf }));

/** Whether somebody would rather see no number at all. */
export const hideNumbers = computed(() => profile.value["hide_numbers"] === true);

const HARD = 4;

/** After something hard no streak is shown that day: it would say that numbers are what counts. */
export const hadAHardDay = computed(() =>
  entries.value.some(
    ({ day, words }) => day === today.value && Number(words["intensity"] ?? 0) >= HARD,
  ),
);
