import type { OpenItem } from "../feeds/words.ts";
import { type Day, dayAfter } from "../streaks/day.ts";

export type GoalState = "active" | "kept" | "rested";
export type Goal = {
  item: string;
  template: string | undefined;
  wish: string;
  outcome: string;
  wall: string;
  plans: string[];
  state: GoalState;
  reviewAfterDays: number;
  began: Day | undefined;
};
export type Next = "keep" | "change" | "rest";
export type Review = { item: string; day: Day; how: number | undefined; wall: string; next: Next };

type Kept = Pick<OpenItem, "item" | "words">;

/** More than two at once are none at all. */
export const MOST_ACTIVE = 2;
export const TWO_WEEKS = 14;
/** Whoever says later is asked again after so many days. */
const LATER_DAYS = 3;

const textOf = (value: unknown) => (typeof value === "string" ? value.trim() : "");
const isDay = (value: unknown): value is Day =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);

/** A goal as the screens see it; whatever wrote it, a missing or foreign member shows nothing. */
export function goalOf({ item, words }: Kept): Goal {
  const { template, plans, state, review_after_days: days, began } = words;
  return {
    item,
    template: textOf(template) || undefined,
    wish: textOf(words["wish"]),
    outcome: textOf(words["outcome"]),
    wall: textOf(words["wall"]),
    plans: Array.isArray(plans) ? plans.map(textOf).filter(Boolean) : [],
    state: state === "kept" || state === "rested" ? state : "active",
    reviewAfterDays: typeof days === "number" && days >= 1 ? days : TWO_WEEKS,
    began: isDay(began) ? began : undefined,
  };
}

export function activeGoals(items: readonly Kept[]): Goal[] {
  return items.map(goalOf).filter(({ state }) => state === "active");
}

const NEXTS: readonly unknown[] = ["keep", "change", "rest"] satisfies Next[];

function reviewOf({ item, day = "", words }: OpenItem): Review {
  const answers = Array.isArray(words["answers"]) ? words["answers"] : [];
  const answer = (id: string): unknown => answers.find((one) => one?.id === id)?.answer;
  const how = answer("how");
  return {
    ...{ item, day, wall: textOf(answer("wall")) },
    how: typeof how === "number" && how >= 1 && how <= 5 ? how : undefined,
    next: NEXTS.includes(words["next"]) ? (words["next"] as Next) : "keep",
  };
}

/** The looks back on a goal, the latest first. */
export function reviewsOf(goal: string, reviews: readonly OpenItem[]): Review[] {
  const own = reviews.filter(({ of }) => of === goal).map(reviewOf);
  return own.toSorted((one, other) => (one.day < other.day ? 1 : -1));
}

/** The day of the next look back; nothing where it cannot be known when the goal began. */
export function lookBackOn(goal: Goal, reviews: readonly OpenItem[]): Day | undefined {
  const since = reviewsOf(goal.item, reviews)[0]?.day ?? goal.began;
  return since && dayAfter(since, goal.reviewAfterDays);
}

/** The active goals whose look back is due and was not just put off. */
export function dueGoals(
  goals: readonly Goal[],
  reviews: readonly OpenItem[],
  asked: Readonly<Record<string, Day>>,
  today: Day,
): Goal[] {
  return goals.filter((goal) => {
    const day = lookBackOn(goal, reviews);
    const later = asked[goal.item];
    const isPutOff = later !== undefined && today < dayAfter(later, LATER_DAYS);
    return goal.state === "active" && day !== undefined && day <= today && !isPutOff;
  });
}
