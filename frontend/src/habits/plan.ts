import { computed } from "@preact/signals";
import { itemsOf } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { dayNumber } from "../streaks/calendar.ts";
import { daysOff, expects, holding, isTimesPerWeek } from "../streaks/schedules.ts";
import { type Facts, practiceOf } from "./practice.ts";

/** What the streaks are counted by, as it stands on this device. */
export const facts = computed<Facts>(() => ({
  habits: itemsOf("habit"),
  schedules: itemsOf("schedule"),
  off: itemsOf("off"),
}));

/** What is meant, and when. */
export const practice = computed(() => practiceOf(facts.value));

/** Whether today asks for nothing: no work day, or a day off. */
export const isRestDay = computed(() => {
  const { timeline, off } = practice.value.journaling;
  const day = dayNumber(today.value);
  const pattern = holding(timeline, day);
  return daysOff(off, day).has(day) || !(isTimesPerWeek(pattern) || expects(pattern, day));
});
