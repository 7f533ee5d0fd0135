import { newId } from "../crypto/ids.ts";
import { EntryInProgress, type Kept } from "../entries/inProgress.ts";
import { type Moment, momentOf } from "../entries/words.ts";
import { type GoalTemplate, goalFile } from "../library/catalogue.ts";
import type { GoalWords, HabitOfGoal } from "./acts.ts";
import type { Goal } from "./goal.ts";

export type Step = "start" | "wish" | "outcome" | "wall" | "plan" | "habit" | "look" | "end";
export const STEPS: readonly Step[] = [
  "start",
  "wish",
  "outcome",
  "wall",
  "plan",
  "habit",
  "look",
  "end",
];

/** A goal while it is made: sealed as a draft at each step. `goal` is its item, chosen once. */
export type Draft = Partial<Moment> &
  GoalWords & {
    goal: string;
    /** A goal that exists is being changed. */
    isOld?: boolean;
    /** Null: without one. */
    habit?: HabitOfGoal | null | undefined;
    /** The last look was reached: what is changed from there leads back to it. */
    looked?: boolean;
  };
export type Making = EntryInProgress<Draft>;

export type StepProps = { making: Making; next: () => void };

/** The template a goal began from, while the library is here. */
export function templateOf({ template }: Pick<GoalWords, "template">): GoalTemplate | undefined {
  return goalFile.read.value?.goals.find(({ id }) => id === template);
}

export const NEW = "goal";
export const draftOf = (item: string | undefined) => (item ? `goal ${item}` : NEW);

export function newGoal(now: Date): Making {
  return new EntryInProgress<Draft>(NEW, "goal", {
    ...momentOf(now),
    ...{ goal: newId(), wish: "", plans: [] },
  });
}

/** An existing goal, to be changed: all of it is looked at first. */
export function oldGoal(goal: Goal, upon: string, now: Date): Making {
  const { item, template, wish, outcome, wall, plans, reviewAfterDays } = goal;
  const members = {
    ...momentOf(now),
    ...{ goal: item, isOld: true, looked: true, template, wish, outcome, wall, plans },
    days: reviewAfterDays,
  };
  return new EntryInProgress<Draft>(draftOf(item), "goal", members, { upon });
}

export function goalFrom(draft: Draft, kept: Kept): Making {
  const whole = { ...draft, plans: draft.plans ?? [], wish: draft.wish ?? "" };
  return new EntryInProgress<Draft>(
    draftOf(draft.isOld ? draft.goal : undefined),
    "goal",
    whole,
    kept,
  );
}

/** The step after this one. A goal that exists brings its habits already. */
export function stepAfter(step: Step, { looked, isOld }: Draft): Step {
  if (looked && step !== "look") return "look";
  if (isOld && step === "plan") return "look";
  return STEPS[STEPS.indexOf(step) + 1] ?? "end";
}

/** What a template puts into the draft; all of it may be changed. */
export function fromTemplate({ id, wish, review_after_days: days }: GoalTemplate): Partial<Draft> {
  return { template: id, wish, days, outcome: "", wall: "", plans: [], habit: undefined };
}

export function habitOf({ habit }: GoalTemplate): HabitOfGoal {
  const { label, target, technique_id: technique } = habit;
  return {
    name: label,
    technique: technique ?? undefined,
    times: target.type === "times-per-week" ? target.n : undefined,
  };
}
