import { triggerOf } from "../entries/triggers.ts";
import { activeGoals } from "../goals/goal.ts";
import { hideNumbers } from "../habits/settings.ts";
import { promptFile } from "../library/catalogue.ts";
import { entries, itemsOf } from "../shell/device.ts";
import { toolsById } from "../techniques/kit.ts";
import type { WeekInProgress } from "./inProgress.ts";
import type { Painted, PaintedDay } from "./painted.ts";
import { cameUp, daysIn, type History, helpedIn, inWeek, lookAt } from "./week.ts";

/** What stands in the week that is looked at. */
export const historyOf = (look: WeekInProgress): History =>
  inWeek(entries.value, look.members.value.iso_week);

/** One sentence with its number, or one without where numbers are not wanted. */
export const unlessHidden = (counted: string, plain: string): string =>
  hideNumbers.value ? plain : counted;

/** What was picked in a look that is kept: ids of the library's or one's own. */
export function pickedIn(look: WeekInProgress): string[] {
  const picked = lookAt(itemsOf("note"), look.members.value.iso_week)?.words["picked"];
  return Array.isArray(picked) ? picked.map(String) : [];
}

const MOST = 3;
const named = (labels: readonly (string | undefined)[]): string[] =>
  labels.filter((label) => label !== undefined).slice(0, MOST);

/** The days of the week, with how much went in and came up. */
export const daysOf = (look: WeekInProgress): PaintedDay[] =>
  daysIn(look.members.value.iso_week).map((day) => marksOf(historyOf(look), day));

/** What a picture of the week could show; what of it is written there is the person's to tick. */
export function paintedOf(look: WeekInProgress): Painted {
  const history = historyOf(look);
  const came = cameUp(history).map(({ id }) => triggerOf(id)?.label);
  const helped = helpedIn(history).map(({ id }) => toolsById.value.get(id)?.label);
  const goals = activeGoals(itemsOf("goal")).map(({ wish }) => wish);
  return {
    days: daysOf(look),
    words: {
      came: named(came),
      helped: named(helped),
      goal: named(goals),
      line: answersIn(history).slice(0, 1),
    },
  };
}

const HARD = ["encounter"];
const GOOD = ["bright-spot", "after-shift", "tool"];

function marksOf(history: History, day: string): PaintedDay {
  const sorts = history.filter((one) => one.day === day).map(({ words }) => words.t ?? "");
  const count = (wanted: readonly string[]) => sorts.filter((t) => wanted.includes(t)).length;
  return { day, stones: count(HARD), discs: count(GOOD) };
}

/** What was answered to the questions of a week, the latest first. */
function answersIn(history: History): string[] {
  const weekly = promptFile.read.value?.prompts.filter(({ phase }) => phase === "weekly-review");
  const ids = (weekly ?? []).map(({ id }) => id);
  return history.flatMap(({ words }) => {
    const { id = "", answer = "" } = (words["prompt"] ?? {}) as { id?: string; answer?: string };
    return ids.includes(id) && answer ? [answer] : [];
  });
}
