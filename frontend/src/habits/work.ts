import type { OpenItem, Pub } from "../feeds/device.ts";
import { inOrderMade } from "../streaks/schedules.ts";
import { versionIn } from "./practice.ts";

/** The version of the work days that was said last, if any was. */
export function lastWork(schedules: readonly OpenItem[]): OpenItem | undefined {
  const own = schedules.filter(({ of }) => of === undefined);
  const last = inOrderMade(own.flatMap(versionIn)).at(-1);
  return own.find(({ item }) => item === last?.item);
}

/** The pattern of the work days as it was said last; every day, as long as nothing was said. */
export function workPatternIn(schedules: readonly OpenItem[]): Pub {
  return (lastWork(schedules)?.pub?.["pattern"] as Pub | undefined) ?? { type: "every-day" };
}
