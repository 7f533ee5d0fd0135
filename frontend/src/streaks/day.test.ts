import { expect, test } from "vitest";
import { journalDay } from "./day.ts";

const berlin = { zone: "Europe/Berlin", dayStartHour: 4 };

test("before the day's start it is still the day before", () => {
  expect(journalDay(new Date("2026-11-22T02:59:00Z"), berlin)).toBe("2026-11-21");
  expect(journalDay(new Date("2026-11-22T03:00:00Z"), berlin)).toBe("2026-11-22");
});

test("the first hour of a month belongs to the month before", () => {
  expect(journalDay(new Date("2027-01-01T00:30:00Z"), berlin)).toBe("2026-12-31");
});

test("an hour that the clock skips or repeats moves no day", () => {
  expect(journalDay(new Date("2026-03-29T01:30:00Z"), berlin)).toBe("2026-03-28");
  expect(journalDay(new Date("2026-03-29T02:00:00Z"), berlin)).toBe("2026-03-29");
  expect(journalDay(new Date("2026-10-25T01:30:00Z"), berlin)).toBe("2026-10-24");
});

test("a person on permanent nights starts the day at noon", () => {
  const nights = { zone: "Asia/Manila", dayStartHour: 12 };
  expect(journalDay(new Date("2026-11-21T03:59:00Z"), nights)).toBe("2026-11-20");
  expect(journalDay(new Date("2026-11-21T04:00:00Z"), nights)).toBe("2026-11-21");
});
