/** Everything the screen of patterns shows, from what is opened on this device. Pure. */
import type { OpenItem } from "../feeds/words.ts";
import type { Day, DayRule } from "../streaks/day.ts";
import {
  byHour,
  byWeekday,
  type Count,
  counted,
  type Hours,
  mostDays,
  type Stretch,
  stretchOf,
} from "./counts.ts";
import { type Help, helpsIn } from "./helps.ts";
import { firstDayOf, type Period, type Slots, slotsBetween, within } from "./period.ts";
import { type Call, callsIn, type Entry, goodIn } from "./seen.ts";
import { type Sizes, sizesIn } from "./sizes.ts";

export type Asked = { entries: readonly OpenItem[]; period: Period; today: Day; rule: DayRule };

export type Patterns = {
  /** What of the journal falls into the time that is looked at. */
  entries: readonly Entry[];
  calls: readonly Call[];
  slots: Slots;
  triggers: readonly Count[];
  feelings: readonly Count[];
  ready: readonly Count[];
  good: readonly Count[];
  hours: Hours;
  stretch: Stretch | undefined;
  weekdays: readonly number[];
  mostDays: readonly number[];
  sizes: Sizes;
  helps: readonly Help[];
};

/** The first day that is drawn: of all of it, the first on which something was written. */
function firstDrawn({ period, today, entries }: Asked): Day {
  const days = entries.flatMap(({ day }) => day ?? []);
  return firstDayOf(period, today) ?? days.reduce((one, day) => (day < one ? day : one), today);
}

/** The last day that is drawn: today, or what was written further east already. */
function lastDrawn({ today, entries }: Asked): Day {
  return entries.reduce((last, { day = "" }) => (day > last ? day : last), today);
}

export function patternsIn(asked: Asked): Patterns {
  const { period, today, rule } = asked;
  const entries = within(asked.entries, period, today);
  const slots = slotsBetween(firstDrawn(asked), lastDrawn(asked));
  const calls = callsIn(entries, rule.zone);
  const hours = byHour(calls);
  const weekdays = byWeekday(calls);
  return {
    entries,
    calls,
    slots,
    triggers: counted(calls.flatMap(({ triggers }) => triggers)),
    feelings: counted(calls.flatMap(({ feelings }) => feelings)),
    ready: counted(calls.flatMap(({ ready }) => ready ?? [])),
    good: counted(goodIn(entries)),
    hours,
    stretch: stretchOf(hours, rule.dayStartHour),
    weekdays,
    mostDays: mostDays(weekdays),
    sizes: sizesIn(calls, slots),
    helps: helpsIn(entries),
  };
}

const total = (counts: readonly Count[]) => counts.reduce((sum, { n }) => sum + n, 0);

export type Section = "came" | "when" | "felt" | "sizes" | "helps" | "good" | "ready";

/** How much there is to go by in each; below three nothing is told of it. */
export function amountsOf(patterns: Patterns): Record<Section, number> {
  const most = Math.max(0, ...patterns.helps.map(({ n, change }) => Math.max(n, change?.n ?? 0)));
  return {
    came: patterns.calls.length,
    when: patterns.hours.n,
    felt: total(patterns.feelings),
    sizes: patterns.sizes.n,
    helps: most,
    good: total(patterns.good),
    ready: total(patterns.ready),
  };
}
