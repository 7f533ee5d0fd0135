import { expect, test } from "vitest";
import type { OpenItem } from "../feeds/words.ts";
import { activeGoals, dueGoals, goalOf, lookBackOn, reviewsOf } from "./goal.ts";

const item = (kind: string, words: object, more: Partial<OpenItem> = {}): OpenItem => ({
  ...{ item: `${kind}-1`, rev: "r", kind, unsent: false, others: [] },
  words: { v: 1, ...words },
  ...more,
});
const GOAL = item("goal", { wish: "Land first.", began: "2026-11-01", review_after_days: 14 });
const goal = goalOf(GOAL);
const review = (day: string, next = "keep") =>
  item("review", { answers: [{ id: "how", answer: 4 }], next }, { of: GOAL.item, day });

test("what another app wrote shows what can be shown", () => {
  const odd = goalOf(item("goal", { wish: 3, plans: "no", state: "lost", review_after_days: 0 }));
  expect(odd).toMatchObject({ wish: "", plans: [], state: "active", reviewAfterDays: 14 });
});

test("only active goals count", () => {
  const states = ["active", "kept", "rested", undefined];
  const items = states.map((state) => item("goal", { wish: "x", state }));
  expect(activeGoals(items)).toHaveLength(2);
});

test("a look back is due so many days after it began, and after each look back", () => {
  expect(lookBackOn(goal, [])).toBe("2026-11-15");
  const reviews = [review("2026-11-16"), review("2026-11-20"), review("2026-11-02")];
  expect(lookBackOn(goal, reviews)).toBe("2026-12-04");
  expect(reviewsOf(GOAL.item, reviews).map(({ day }) => day)).toEqual([
    "2026-11-20",
    "2026-11-16",
    "2026-11-02",
  ]);
});

test("it is asked from that day on, and not again for a while after a later", () => {
  const due = (today: string, asked = {}, reviews: OpenItem[] = []) =>
    dueGoals([goal], reviews, asked, today).length;
  expect(due("2026-11-14")).toBe(0);
  expect(due("2026-11-15")).toBe(1);
  expect(due("2026-11-20", {}, [review("2026-11-19")])).toBe(0);
  expect(due("2026-11-17", { [GOAL.item]: "2026-11-15" })).toBe(0);
  expect(due("2026-11-18", { [GOAL.item]: "2026-11-15" })).toBe(1);
  expect(dueGoals([{ ...goal, state: "rested" }], [], {}, "2027-01-01")).toEqual([]);
});

test("of a goal that does not say when it began nothing is asked", () => {
  expect(dueGoals([{ ...goal, began: undefined }], [], {}, "2027-01-01")).toEqual([]);
});
