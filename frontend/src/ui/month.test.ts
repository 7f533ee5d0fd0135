import { expect, test } from "vitest";
import { dayByKey, monthAfter, monthOf, weeksOf } from "./month.ts";

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

test("the arrow keys go from day to day and from week to week, the page keys from month to month", () => {
  const to = (key: string, day: string, isTurned = false) => dayByKey(key, day, isTurned);
  expect(to("ArrowRight", "2026-11-30")).toBe("2026-12-01");
  expect(to("ArrowLeft", "2026-11-01")).toBe("2026-10-31");
  expect(to("ArrowLeft", "2026-11-01", true)).toBe("2026-11-02");
  expect(to("ArrowUp", "2026-11-03", true)).toBe("2026-10-27");
  expect(to("ArrowDown", "2026-11-03")).toBe("2026-11-10");
  expect(to("PageUp", "2026-03-31")).toBe("2026-02-28");
  expect(to("PageDown", "2026-11-15")).toBe("2026-12-15");
  expect(to("Enter", "2026-11-15")).toBeUndefined();
});
