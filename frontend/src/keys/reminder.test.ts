import { expect, test } from "vitest";
import { isAskDue } from "./reminder.ts";

const FIRST = "2026-11-01";

test.each([
  ["after the first entry", undefined, "2026-11-01", true],
  ["not again the same week", "2026-11-01", "2026-11-07", false],
  ["on day 7", "2026-11-01", "2026-11-08", true],
  ["late, when day 7 went by unseen", "2026-11-03", "2026-12-20", true],
  ["not again before day 90", "2026-11-08", "2027-01-29", false],
  ["on day 90", "2026-11-08", "2027-01-30", true],
  ["and then never again", "2027-01-30", "2028-01-01", false],
])("%s", (_, asked, today, due) => {
  expect(isAskDue(FIRST, asked, today)).toBe(due);
});

test("nobody is asked who has written nothing", () => {
  expect(isAskDue(undefined, undefined, FIRST)).toBe(false);
});
