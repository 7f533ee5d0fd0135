import type { Change, Device, OpenItem } from "../feeds/device.ts";
import { changeProfile } from "../feeds/profile.ts";
import { nextVersion } from "../habits/often.ts";
import { rangeIn, versionIn } from "../habits/practice.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { type Day, dayAfter } from "../streaks/day.ts";
import { BACKFILL_DAYS } from "../streaks/filing.ts";
import { inOrderMade, isTimesPerWeek } from "../streaks/schedules.ts";
import type { WorkPattern } from "./rota.ts";
import type { ShiftTimes } from "./shift.ts";

/** The first day that may still be said to have been off (S3). */
export const earliestOff = (): Day => dayAfter(today.value, -BACKFILL_DAYS);

/**
 * Keeps the work days, and for the habits that once had days of their own and follow the work days
 * again, the same. With them the days off that a calendar told of.
 */
export async function keepWorkDays(pattern: WorkPattern, off: readonly Day[] = []): Promise<void> {
  const device = await theDevice();
  const n = nextVersion(device.items("schedule"));
  const version = { words: { v: 1 as const }, pub: { pattern, made_on: today.value, n } };
  const streams = [undefined, ...followers(device)];
  const schedules = streams.map(
    (of): Change => ({ kind: "schedule", ...version, ...(of === undefined ? {} : { of }) }),
  );
  const ahead = off.filter((day) => day >= earliestOff());
  await device.saveAll([...schedules, ...ahead.map((day) => offChange(day, day))]);
}

/** Habits with a schedule of their own whose last word is to follow the work days. */
function followers(device: Pick<Device, "items">): string[] {
  const own = device.items("schedule").flatMap(versionIn);
  const byHabit = Map.groupBy(own, ({ of }) => of);
  return [...byHabit].flatMap(([of, versions]) => {
    const last = inOrderMade(versions).at(-1)?.pattern;
    return of !== undefined && last && !isTimesPerWeek(last) ? [of] : [];
  });
}

function offChange(first: Day, last: Day): Change {
  const pub = { from: first, to: last, made_on: today.value };
  return { kind: "off", words: { v: 1 }, pub };
}

/** Says that days are off; never why. */
export async function takeOff(first: Day, last: Day): Promise<void> {
  await (await theDevice()).save(offChange(first, last));
}

/** Takes days off back; those that have closed stay off, for the past is not read anew. */
export async function endOff(item: OpenItem): Promise<void> {
  const device = await theDevice();
  const [range] = rangeIn(item);
  if (!range) return;
  if (range.first >= earliestOff()) return device.remove(item.item, "forget");
  const pub = { ...item.pub, to: dayAfter(today.value, -1) };
  await device.save({ item: item.item, kind: "off", words: item.words, pub });
}

/** Keeps the times of a shift with the person's own settings, in seal. */
export async function keepShiftTimes(shift: ShiftTimes | undefined): Promise<void> {
  await changeProfile(await theDevice(), () => ({ shift: shift ?? null }));
}

export async function keepHidden(hidden: boolean): Promise<void> {
  await changeProfile(await theDevice(), () => ({ hide_numbers: hidden }));
}
