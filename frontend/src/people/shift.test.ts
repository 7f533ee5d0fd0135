import { expect, test } from "vitest";
import { shiftDayAt, shiftTimesIn, suggestedDayStart } from "./shift.ts";

const NIGHT = { starts: "22:00", ends: "06:00" };
const RULE = { zone: "Europe/Berlin", dayStartHour: 4 };
const at = (local: string) => new Date(`2026-11-${local}:00+01:00`);

test("half past six after a night belongs to the day on which the night began", () => {
  expect(shiftDayAt(at("24T06:30"), NIGHT, RULE)).toBe("2026-11-23");
  expect(shiftDayAt(at("23T22:00"), NIGHT, RULE)).toBe("2026-11-23");
  expect(shiftDayAt(at("24T08:00"), NIGHT, RULE)).toBe("2026-11-23");
  expect(shiftDayAt(at("24T08:01"), NIGHT, RULE)).toBeUndefined();
  expect(shiftDayAt(at("23T21:59"), NIGHT, RULE)).toBeUndefined();
});

test("a shift that starts before the day does belongs to the day before", () => {
  const early = { starts: "03:00", ends: "11:00" };
  expect(shiftDayAt(at("24T09:00"), early, RULE)).toBe("2026-11-23");
  expect(shiftDayAt(at("24T09:00"), early, { ...RULE, dayStartHour: 2 })).toBe("2026-11-24");
});

test.each([
  [NIGHT, 10],
  [{ starts: "23:30", ends: "07:30" }, 12],
  [{ starts: "20:00", ends: "08:30" }, 12],
  [{ starts: "18:00", ends: "01:00" }, 5],
  [{ starts: "09:00", ends: "17:00" }, 4],
  [{ starts: "03:00", ends: "11:00" }, 3],
])("for %o the day could begin at %i", (times, hour) => {
  expect(suggestedDayStart(times)).toBe(hour);
});

test("times in a form unknown here are none", () => {
  expect(shiftTimesIn({ shift: NIGHT })).toEqual(NIGHT);
  for (const shift of [
    undefined,
    null,
    "22",
    { starts: "22:00" },
    { starts: "25:00", ends: "06:00" },
  ])
    expect(shiftTimesIn({ shift })).toBeUndefined();
});
