import { newId } from "../crypto/ids.ts";
import { JournalTrouble } from "../errors.ts";
import type { Change, OpenItem, Words } from "../feeds/device.ts";
import { changeProfile } from "../feeds/profile.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { activeGoals, type GoalState, MOST_ACTIVE, type Next, TWO_WEEKS } from "./goal.ts";

/** A habit that carries a goal: how often, or on the work days. */
export type HabitOfGoal = {
  name: string;
  technique?: string | undefined;
  times?: number | undefined;
};
/** What a person says of a goal while it is made or changed. */
export type GoalWords = {
  template?: string | undefined;
  wish: string;
  outcome?: string | undefined;
  wall?: string | undefined;
  plans: string[];
  days?: number | undefined;
};

function without<T extends object>(members: T): Partial<T> {
  const said = Object.entries(members).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && !value.length),
  );
  return Object.fromEntries(said) as Partial<T>;
}

// What is not said any more goes; what a later app keeps in the goal stays.
const EMPTY = { outcome: undefined, wall: undefined, plans: undefined };

/** The words of a goal; what a later app keeps in it stays. */
export function goalWords(goal: GoalWords, before: Words | undefined): Words {
  const { template, wish, outcome, wall, plans, days = TWO_WEEKS } = goal;
  const begun = { state: "active", began: today.value, review_after_days: days };
  const said = without({ template, wish: wish.trim(), outcome, wall, plans });
  return { ...without({ ...begun, ...before, ...EMPTY, ...said }), v: 1 };
}

/**
 * Begins a goal, its habit with it, or changes one: all of it, or nothing. What came since `upon`, the
 * revision that was opened, stays beside it.
 */
export async function keepGoal(
  item: string,
  goal: GoalWords,
  { habit, upon }: { habit?: HabitOfGoal | undefined; upon?: string | undefined } = {},
): Promise<void> {
  const device = await theDevice();
  const before = device.item(item);
  if (!before && activeGoals(device.items("goal")).length >= MOST_ACTIVE) {
    throw new JournalTrouble("two-goals");
  }
  const words = goalWords(goal, before?.words);
  const change: Change = { item, kind: "goal", words, ...(upon ? { upon } : {}) };
  const more = habit && !before ? habitChanges(item, habit, device.items("schedule")) : [];
  await device.saveAll([change, ...more]);
}

/** Without a schedule of its own a habit follows the work days. */
function habitChanges(
  goal: string,
  { name, technique, times }: HabitOfGoal,
  schedules: readonly OpenItem[],
): Change[] {
  const item = newId();
  const habit: Change = {
    item,
    kind: "habit",
    of: goal,
    words: { v: 1, ...without({ name, technique }) },
  };
  if (times === undefined) return [habit];
  const n = 1 + Math.max(0, ...schedules.map(({ pub }) => Number(pub?.["n"]) || 0));
  const pub = { pattern: { type: "times-per-week", n: times }, made_on: today.value, n };
  return [habit, { kind: "schedule", of: item, words: { v: 1 }, pub }];
}

/** Lets a goal rest, keeps it for good, or takes it up again while there is room. */
export async function setState(item: string, state: GoalState): Promise<void> {
  const device = await theDevice();
  const words = device.item(item)?.words;
  if (!words) throw new JournalTrouble("not-here");
  if (state === "active" && activeGoals(device.items("goal")).length >= MOST_ACTIVE) {
    throw new JournalTrouble("two-goals");
  }
  const begun = state === "active" ? { began: today.value } : {};
  await device.save({ item, kind: "goal", words: { ...words, ...begun, state } });
}

export type Answers = { how?: number | undefined; wall?: string | undefined };

/** Keeps a look back; whoever chose rest lets the goal rest with it. */
export async function keepReview(
  item: string,
  goal: string,
  { how, wall }: Answers,
  next: Next,
): Promise<void> {
  const device = await theDevice();
  const words = device.item(goal)?.words;
  if (!words) throw new JournalTrouble("not-here");
  const given = Object.entries({ how, wall, next }).filter(([, answer]) => answer);
  const answers = given.map(([id, answer]) => ({ id, answer }));
  const review: Change = { item, kind: "review", of: goal, words: { v: 1, answers, next } };
  const rested: Change = { item: goal, kind: "goal", words: { ...words, state: "rested" } };
  await device.saveAll(next === "rest" ? [review, rested] : [review]);
}

/** Not now: asked again in a few days. */
export async function putOff(goal: string): Promise<void> {
  await changeProfile(await theDevice(), ({ asked }) => ({
    asked: { ...asked, [goal]: today.value },
  }));
}

/** Takes a goal away with its looks back; its habits stay. */
export async function removeGoal(item: string): Promise<void> {
  const device = await theDevice();
  const own = device.items("review").filter(({ of }) => of === item);
  for (const review of own) await device.remove(review.item, "forget");
  await device.remove(item, "forget");
}
