import { afterEach, beforeEach, expect, test } from "vitest";
import { closeAll } from "../feeds/modelBrowser.ts";
import { changeProfile } from "../feeds/profile.ts";
import { keepShiftTimes } from "../people/workDays.ts";
import { theDevice } from "../shell/device.ts";
import { dayRule } from "../shell/today.ts";
import type { EntryInProgress } from "./inProgress.ts";
import { newCall } from "./roughCall.ts";

const MORNING_AFTER = new Date("2026-11-20T06:30:00Z");
const [THURSDAY, FRIDAY] = ["2026-11-19", "2026-11-20"];

beforeEach(() => {
  dayRule.value = { zone: "UTC", dayStartHour: 4 };
});
afterEach(closeAll);

async function linkedCall(now: Date) {
  const call = newCall(now);
  await call.link();
  return call;
}

async function keptDay(entry: EntryInProgress<never>): Promise<[unknown, unknown]> {
  expect(await entry.keep()).toBe(true);
  const item = (await theDevice()).item(entry.kept.value.item ?? "");
  return [item?.day, item?.words["shift_on"]];
}

test("written after a night, it belongs to the day on which the night began; and one change undoes it", async () => {
  await keepShiftTimes({ starts: "22:00", ends: "06:00" });
  const call = await linkedCall(MORNING_AFTER);
  call.change({ trigger: ["shouting"], intensity: 2 });
  expect(await keptDay(call as never)).toEqual([THURSDAY, THURSDAY]);
  call.change({ shift_on: null });
  expect(await keptDay(call as never)).toEqual([FRIDAY, null]);
  call.change({ shift_on: THURSDAY });
  expect(await keptDay(call as never)).toEqual([THURSDAY, THURSDAY]);
});

test("outside of a shift, and without times, the clock alone decides", async () => {
  const noon = new Date("2026-11-20T12:30:00Z");
  expect((await linkedCall(noon)).members.value.shift_on).toBeUndefined();
  const device = await theDevice();
  await changeProfile(device, () => ({ shift: null }));
  expect((await linkedCall(MORNING_AFTER)).members.value.shift_on).toBeUndefined();
});

test("on a rest day nobody comes out of a shift", async () => {
  await keepShiftTimes({ starts: "22:00", ends: "06:00" });
  const device = await theDevice();
  const pub = { pattern: { type: "none" }, made_on: "2026-11-01", n: 1 };
  await device.save({ kind: "schedule", words: { v: 1 }, pub });
  expect((await linkedCall(MORNING_AFTER)).members.value.shift_on).toBeUndefined();
});
