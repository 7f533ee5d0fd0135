import { computed } from "@preact/signals";
import { itemsOf, marks } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { remembering } from "./counting.ts";
import { type Facts, practiceOf } from "./practice.ts";

const count = remembering();

/** What the streaks are counted by, as it stands on this device. */
export const facts = computed<Facts>(() => ({
  habits: itemsOf("habit"),
  schedules: itemsOf("schedule"),
  off: itemsOf("off"),
}));

/** What is meant, and when. */
export const practice = computed(() => practiceOf(facts.value));

/** How it goes today, by all that this device keeps. */
export const streaks = computed(() => count(marks(), facts.value, today.value));
