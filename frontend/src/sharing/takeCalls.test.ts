import { expect, test } from "vitest";
import { isTimeToTakeCalls as isTime } from "./takeCalls.ts";

test("a coach is asked to take calls once a quarter, and not where it was turned off", () => {
  expect(isTime({}, "2026-11-21")).toBe(true);
  expect(isTime({ on: "2026-10-01" }, "2026-12-31")).toBe(false);
  expect(isTime({ on: "2026-12-31" }, "2027-01-01")).toBe(true);
  expect(isTime({ on: "2025-11-21" }, "2026-11-21")).toBe(true);
  expect(isTime({ off: true }, "2026-11-21")).toBe(false);
  expect(isTime({ on: "2026-01-01", off: false }, "2026-11-21")).toBe(true);
});
