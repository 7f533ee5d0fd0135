import { expect, test } from "vitest";
import { monthAfter, monthOf, weeksOf } from "./month.ts";

test("a month begins on its first day, also over the year's end", () => {
  expect(monthOf("2026-11-22")).toBe("2026-11-01");
  expect(monthAfter("2026-11-01", 2)).toBe("2027-01-01");
  expect(monthAfter("2026-01-01", -1)).toBe("2025-12-01");
});

test("its weeks hold each of its days once, from the first weekday on", () => {
  for (const firstWeekday of [1, 6, 7]) {
    const weeks = weeksOf("2026-11-01", firstWeekday);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  }
  expect(weeksOf("2026-11-01", 7)[0]?.[0]).toBe("2026-11-01"); // a Sunday
  expect(weeksOf("2026-11-01", 1)[0]?.[6]).toBe("2026-11-01");
});
