import { computed, signal } from "@preact/signals";
import { type Day, type DayRule, journalDay } from "../streaks/day.ts";

/** The zone of this phone. */
export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const MINUTE_MS = 60_000;
const KEY = "day-rule";

function stored(): DayRule {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<DayRule>;
    return { zone: kept.zone ?? HERE, dayStartHour: kept.dayStartHour ?? 4 };
  } catch {
    return { zone: HERE, dayStartHour: 4 }; // nothing readable is kept: as on this phone
  }
}

/** Where and when this person's day begins. */
export const dayRule = signal<DayRule>(stored());

/** On a shared computer nothing about the person stays. */
export const keepsNothing = signal(false);

/** Keeps the rule on this phone as well, so that an entry written offline lands on the right day. */
export function useDayRule(rule: DayRule): void {
  dayRule.value = rule;
  if (keepsNothing.value) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(rule));
  } catch {
    return; // storage is closed to us: the rule holds until the page goes
  }
}

const now = signal(new Date());

/** The journal day it is now. */
export const today = computed<Day>(() => journalDay(now.value, dayRule.value));

export function watchToday(): void {
  const look = () => {
    now.value = new Date();
  };
  setInterval(look, MINUTE_MS);
  document.addEventListener("visibilitychange", look);
}
