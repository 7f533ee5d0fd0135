import { newId } from "../crypto/ids.ts";
import type { Change } from "../feeds/device.ts";
import type { Trigger } from "../library/catalogue.ts";
import { type Moment, wordsOf } from "./words.ts";

/** Calls of one trigger: as many as there are ids, chosen once so that a second try makes no twin. */
export type Tally = { trigger: string; items: string[]; intensity?: number };
export type Shift = Moment & { tallies: Tally[] };

/** More than a day holds. */
const MOST = 30;
/** What is larger is not looked at with other eyes. */
const REFRAME_UP_TO = 3;

/** With these triggers and no others; what was said about one that stays, stays. */
export function withTriggers(tallies: readonly Tally[], triggers: readonly string[]): Tally[] {
  const before = new Map(tallies.map((tally) => [tally.trigger, tally]));
  return triggers.map((trigger) => before.get(trigger) ?? { trigger, items: [newId()] });
}

/** One more of a trigger, or one fewer; one at least and thirty at most. */
export function counted(tallies: readonly Tally[], trigger: string, by: 1 | -1): Tally[] {
  const step = by > 0 ? withOneMore : withOneFewer;
  return tallies.map((tally) =>
    tally.trigger === trigger ? { ...tally, items: step(tally.items) } : tally,
  );
}

const withOneMore = (items: string[]) => (items.length < MOST ? [...items, newId()] : items);
const withOneFewer = (items: string[]) => (items.length > 1 ? items.slice(0, -1) : items);

export function sized(tallies: readonly Tally[], trigger: string, intensity: number): Tally[] {
  return tallies.map((tally) => (tally.trigger === trigger ? { ...tally, intensity } : tally));
}

/** One encounter for each call; a tally without a size is not whole yet. */
export function encountersOf({ tallies, at, tz }: Shift): Change[] {
  return tallies.flatMap(({ trigger, items, intensity }) =>
    intensity === undefined
      ? []
      : items.map((item) => ({
          item,
          kind: "entry",
          words: wordsOf("encounter", { trigger: [trigger], intensity, at, tz }),
        })),
  );
}

export const isWhole = ({ tallies }: Shift) =>
  tallies.length > 0 && tallies.every(({ intensity }) => intensity !== undefined);

export const countOf = ({ tallies }: Shift) =>
  tallies.reduce((sum, { items }) => sum + items.length, 0);

/** What may be seen with other eyes, later: nothing that was not okay, and nothing large. */
export function reframable(
  { tallies }: Shift,
  known: (id: string) => Pick<Trigger, "safety"> | undefined,
): string[] {
  return tallies
    .filter(({ trigger, intensity = 0 }) => {
      const safety = known(trigger)?.safety;
      return safety === null && intensity <= REFRAME_UP_TO;
    })
    .map(({ trigger }) => trigger);
}
