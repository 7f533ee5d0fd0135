/** The sentence of each plot; without a number where numbers are not wanted. */
import { hideNumbers } from "../habits/settings.ts";
import { amountLabel, andList, percentLabel, weekdayLabel } from "../language/calendar.ts";
import { hourLabel } from "../language/dates.ts";
import { meanLabel, t } from "../language/patterns.ts";
import { intensityLabel } from "../library/catalogue.ts";
import { type Count, mostOf } from "./counts.ts";
import type { Change, Help } from "./helps.ts";
import { mostly, type Sizes } from "./sizes.ts";
import type { Patterns } from "./whole.ts";

/** One sentence with its numbers, or the one without. */
export const unlessHidden = (counted: string, plain: string): string =>
  hideNumbers.value ? plain : counted;

const sumOf = (counts: readonly Count[]) => counts.reduce((sum, { n }) => sum + n, 0);

/** Which of them came most often: their names, and how often together; nothing where none stands out. */
export function leading(
  counts: readonly Count[],
  labelOf: (id: string) => string,
): { names: string; n: number } | undefined {
  const most = mostOf(counts);
  if (most.length === 0) return undefined;
  return { names: andList(most.map(({ id }) => labelOf(id))), n: sumOf(most) };
}

const OFTEN = 2 / 3;
const NOW_AND_THEN = 1 / 3;

/** How often, in a word: of the most there is. */
export function oftenWord(n: number, most: number): string {
  if (n === 0) return t("often.none");
  if (n >= most * OFTEN) return t("often.most");
  return n >= most * NOW_AND_THEN ? t("often.some") : t("often.seldom");
}

/** How often, as a number, or as a word where numbers are not wanted. */
export const oftenLabel = (n: number, most: number): string =>
  unlessHidden(amountLabel(n), oftenWord(n, most));

/** How big, on average; in the words of the scale where numbers are not wanted. */
export const sizeLabel = (size: number): string =>
  unlessHidden(meanLabel(size), intensityLabel(Math.round(size)));

export function hoursSaid({ stretch, hours }: Patterns): string {
  if (!stretch) return t("when.no-stretch");
  const [from, to] = [hourLabel(stretch.from), hourLabel(stretch.to)];
  const counted = t("when.stretch", { from, to, n: stretch.n, of: hours.n });
  return unlessHidden(counted, t("when.stretch-hidden", { from, to }));
}

export function daysSaid({ mostDays, weekdays, calls }: Patterns): string {
  if (mostDays.length === 0) return t("when.no-day");
  const days = andList(mostDays.map((day) => weekdayLabel(day, "long")));
  const n = mostDays.reduce((sum, day) => sum + (weekdays[day - 1] ?? 0), 0);
  const counted = t("when.days", { days, n, of: calls.length });
  return unlessHidden(counted, t("when.days-hidden", { days }));
}

const MOSTLY = { smaller: "sizes.smaller", same: "sizes.same", bigger: "sizes.bigger" } as const;

export function sizesSaid(sizes: Sizes): string {
  const { n, before, after } = sizes;
  const means = { before: meanLabel(before), after: meanLabel(after), n };
  return unlessHidden(t("sizes.mean", means), t(MOSTLY[mostly(sizes)]));
}

/** The first of the tools, where it is a help at all. */
export function helpsSaid(first: Help | undefined, labelOf: (id: string) => string): string {
  if (!first) return t("helps.none");
  const { id, n, helped, weight, change } = first;
  const tool = labelOf(id);
  if (n > 0 && weight > 0) {
    const counted = t("helps.most", { tool, n: helped, of: n });
    return unlessHidden(counted, t("helps.most-hidden", { tool }));
  }
  if (n > 0 || !change || change.mean <= 0) return t("helps.none");
  const counted = t("helps.change", { tool, change: meanLabel(change.mean), n: change.n });
  return unlessHidden(counted, t("helps.change-hidden", { tool }));
}

/** How often a tool helped. */
export function helpedSaid({ n, helped }: Help): string {
  if (helped === 0) return t("helps.not");
  const plain = helped * 2 > n ? t("helps.often") : t("helps.sometimes");
  return unlessHidden(t("helps.helped-of", { n: helped, of: n }), plain);
}

const HALF_A_TENTH = 0.05;

/** How much smaller it was after a tool, on average. */
export function changeSaid({ mean }: Change): string {
  const change = meanLabel(Math.abs(mean));
  if (Math.abs(mean) < HALF_A_TENTH) {
    return unlessHidden(t("helps.as-big"), t("helps.as-big-hidden"));
  }
  return mean > 0
    ? unlessHidden(t("helps.smaller", { change }), t("helps.smaller-hidden"))
    : unlessHidden(t("helps.bigger", { change }), t("helps.bigger-hidden"));
}

export const percentSaid = (habit: string, score: number, word: string): string =>
  unlessHidden(
    t("grown.one", { habit, percent: percentLabel(score), word }),
    t("grown.one-hidden", { habit, word }),
  );
