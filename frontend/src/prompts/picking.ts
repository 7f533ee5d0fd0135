/**
 * Which prompt is offered, in which situation. Pure, and the same as the server's
 * `journal/library/picking.py`: contract vectors hold both. Nothing here is chance: the same item
 * is offered the same prompts on every device.
 */
import type { Phase, Prompt, Trigger } from "../library/catalogue.ts";
import { dayNumber } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";

type Safety = Trigger["safety"];
/** When a prompt was last shown, and how often in a row it was passed over. */
export type Seen = { on: Day; passes: number };

/** What is known on the device when a prompt is wanted. `item` is the seed: the entry's id. */
export type Situation = {
  item: string;
  phase: Phase;
  day: Day;
  triggers: readonly string[];
  intensity?: number | undefined;
  atNight?: boolean;
  minutesSinceNaming?: number | undefined;
  /** Nothing comes after this one: only what ends forward will do. */
  isLast?: boolean;
  seen?: ReadonlyMap<string, Seen>;
  /** Tools that did this person good on average. */
  helped?: ReadonlySet<string>;
  dropped?: ReadonlySet<string>;
};
export type Words = { prompts: readonly Prompt[]; safety: ReadonlyMap<string, Safety> };

export const LATELY_DAYS = 3;
export const REST_DAYS = 30;
export const PASSES_BEFORE_REST = 2;
export const PASSES_BEFORE_A_TOOL = 2;
export const NAMING_HOLDS_MINUTES = 20;
/** Once a month is enough to think of somebody to ask: more often it would press. */
export const SELDOM: readonly string[] = ["w-mentor"];
const [LOWEST, HIGHEST] = [1, 5];
const WITHOUT_AN_ENTRY: readonly Phase[] = ["before-shift", "weekly-review"];

/** After a not-okay trigger or somebody in danger only prompts for these tools are offered; a new tool is not. */
export const AFTER_HARD: readonly string[] =
  `ask-for-backup ask-work body-to-sleep can-do-line cool-water day-is-done facts-and-guesses
  feet-on-floor fresh-start friend-voice good-three hand-on-heart kind-hand long-exhale
  message-someone mindful-minute my-part name-it next-step-note not-mine off-duty-switch one-breath
  park-it proof-file proper-break seed-breath shake-it-out thank-someone two-minute-scene unclench`.split(
    /\s+/,
  );
export const NO_DETAILS_AFTER: readonly string[] = [
  "threat",
  "sexual-remarks",
  "identity-attack",
  "someone-in-danger",
];
export const ASKS_FOR_DETAILS: readonly string[] = [
  "r-one-line",
  "a-what-stung",
  "a-better-words",
  "a-heaviest",
  "a-film-title",
];
export const CHEER: readonly string[] = ["good-three", "soft-face", "light-line"];
/** Reframing right after naming makes it worse, and naming twice helps nobody. */
export const NOT_AFTER_NAMING: readonly string[] = ["their-day", "one-small-lesson", "name-it"];
const TAPS: readonly string[] = ["tap", "choice", "none"];

/** The prompt to offer after those passed over just now, or the word to offer a tool instead. */
export function pick(
  words: Words,
  situation: Situation,
  passed: readonly string[] = [],
): Prompt | "tool" {
  if (passed.length >= PASSES_BEFORE_A_TOOL) return "tool";
  return offers(words, situation).find(({ id }) => !passed.includes(id)) ?? "tool";
}

/** All that may be offered, in the order in which it is. Taking one away leaves the order of the others. */
export function offers(words: Words, situation: Situation): Prompt[] {
  const tickets = new Map<string, number>();
  const fit = candidates(words, situation);
  for (const prompt of fit) tickets.set(prompt.id, bestTicket(prompt, situation));
  const ticket = ({ id }: Prompt) => tickets.get(id) ?? 0;
  return fit.toSorted((a, b) => ticket(b) - ticket(a) || byId(a, b));
}

/** The prompts that fit the situation and can do no harm in it. */
export function candidates({ prompts, safety }: Words, situation: Situation): Prompt[] {
  return prompts.filter(
    (prompt) =>
      fits(prompt, situation) &&
      isKind(prompt, safety, situation) &&
      !rests(prompt, situation) &&
      (prompt.ends_forward || !situation.isLast),
  );
}

/** How likely it is to come first, in tenths. */
export function weight(prompt: Prompt, situation: Situation): number {
  let tenths = 10;
  if (prompt.trigger_ids.some((id) => situation.triggers.includes(id))) tenths *= 3;
  if (situation.helped?.has(prompt.technique_id)) tenths *= 2;
  if (prompt.phase === "right-after" && TAPS.includes(prompt.answer)) tenths *= 2;
  if (situation.atNight && prompt.answer === "few-lines") tenths = (tenths * 3) / 10;
  return tenths;
}

/**
 * The day's prompt, the same for everybody, and what comes after it; none comes again before all
 * had their turn. Only prompts that suit whatever has happened.
 */
export function promptsOfTheDay(prompts: readonly Prompt[], phase: Phase, day: Day): Prompt[] {
  const fit = prompts.filter((prompt) => prompt.phase === phase && fitsAnybody(prompt));
  const ordered = fit.toSorted((a, b) => seedOf(a.id) - seedOf(b.id) || byId(a, b));
  const turn = (dayNumber(day) + FIRST_OF_1970) % Math.max(1, ordered.length);
  return [...ordered.slice(turn), ...ordered.slice(0, turn)];
}

/** How many days the year 1 had begun before 1970-01-01: so the server's calendar counts them. */
const FIRST_OF_1970 = 719_163;

/** 32 bits that stand for a text: FNV-1a, its bits then mixed once more. */
export function seedOf(text: string): number {
  let seed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) seed = Math.imul(seed ^ byte, 0x01000193);
  seed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  seed = Math.imul(seed ^ (seed >>> 13), 0xc2b2ae35);
  return (seed ^ (seed >>> 16)) >>> 0;
}

const byId = (a: Prompt, b: Prompt) => (a.id < b.id ? -1 : 1);

function fits(prompt: Prompt, { phase, triggers, intensity }: Situation): boolean {
  const isNamed = prompt.trigger_ids.some((id) => id === "any" || triggers.includes(id));
  if (prompt.phase !== phase || !isNamed) return false;
  if (WITHOUT_AN_ENTRY.includes(phase)) return true;
  const { min, max } = prompt.intensity;
  if (intensity === undefined) return isForAnySize(prompt);
  return min <= intensity && intensity <= max;
}

function isKind(prompt: Prompt, safety: Words["safety"], situation: Situation): boolean {
  const { triggers, dropped } = situation;
  const isExcluded = prompt.exclude_trigger_ids.some((id) => triggers.includes(id));
  if (isExcluded || dropped?.has(prompt.technique_id)) return false;
  if (wasJustNamed(situation) && NOT_AFTER_NAMING.includes(prompt.technique_id)) return false;
  return triggers.every((trigger) => isKindAfter(prompt, trigger, safety.get(trigger)));
}

function isKindAfter(prompt: Prompt, trigger: string, safety: Safety | undefined): boolean {
  if (safety && !AFTER_HARD.includes(prompt.technique_id)) return false;
  // Of a trigger of one's own that was not okay nobody knows how bad: it counts as the worst.
  const isWorst = NO_DETAILS_AFTER.includes(trigger) || (safety && trigger.startsWith("custom-"));
  return !isWorst || !(ASKS_FOR_DETAILS.includes(prompt.id) || CHEER.includes(prompt.technique_id));
}

function wasJustNamed({ minutesSinceNaming: minutes }: Situation): boolean {
  return minutes !== undefined && minutes >= 0 && minutes < NAMING_HOLDS_MINUTES;
}

/** Shown lately, or passed over twice in a row. */
function rests({ id }: Prompt, { seen, day }: Situation): boolean {
  const shown = seen?.get(id);
  const days = SELDOM.includes(id) ? REST_DAYS : LATELY_DAYS;
  return shown !== undefined && (isResting(shown, day) || daysSince(shown, day) < days);
}

const daysSince = ({ on }: Seen, day: Day) => dayNumber(day) - dayNumber(on);

/** What was passed over twice in a row comes back after a rest. */
export function isResting(shown: Seen, day: Day): boolean {
  return shown.passes >= PASSES_BEFORE_REST && daysSince(shown, day) < REST_DAYS;
}

/** A lottery in which a prompt holds as many tickets as it weighs; the highest one comes first. */
function bestTicket(prompt: Prompt, situation: Situation): number {
  const tickets = Array.from({ length: weight(prompt, situation) }, (_, ticket) =>
    seedOf(`${situation.item}/${prompt.id}/${ticket}`),
  );
  return Math.max(...tickets);
}

function isForAnySize({ intensity: { min, max } }: Prompt): boolean {
  return min === LOWEST && max === HIGHEST;
}

function fitsAnybody(prompt: Prompt): boolean {
  if (!prompt.trigger_ids.includes("any") || prompt.exclude_trigger_ids.length > 0) return false;
  return WITHOUT_AN_ENTRY.includes(prompt.phase) || isForAnySize(prompt);
}
