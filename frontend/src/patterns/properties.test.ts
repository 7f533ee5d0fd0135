import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { ASPECTS } from "../entries/aspect.ts";
import type { OpenItem } from "../feeds/words.ts";
import { dayNumber, dayOf } from "../streaks/calendar.ts";
import { ENOUGH } from "./counts.ts";
import { PERIODS, slotOf, slotsBetween } from "./period.ts";
import { callOn, entryOn, toolOn } from "./samples.ts";
import { amountsOf, patternsIn } from "./whole.ts";

const TODAY = "2026-11-22";
const FIRST = dayNumber("2025-06-01");
const RULE = { zone: "Europe/Berlin", dayStartHour: 4 };
const ZONES = ["Europe/Berlin", "Asia/Kolkata", "Pacific/Apia", "No/Where"];

const days = fc.integer({ min: FIRST, max: dayNumber(TODAY) }).map(dayOf);
const level = fc.integer({ min: 1, max: 5 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const calls = fc
  .record({
    day: days,
    minute: fc.integer({ min: 0, max: 30 * 60 }),
    trigger: fc.constantFrom("shouting", "back-to-back", "worn-out"),
    size: level,
    after: maybe(level),
    technique: maybe(fc.constantFrom("long-exhale", "unclench")),
    effect: maybe(fc.constantFrom(-1, 0, 1)),
    aspect: maybe(fc.constantFrom(...ASPECTS)),
    tz: fc.constantFrom(...ZONES),
  })
  .map(({ day, minute, trigger, size, ...more }) => {
    const at = new Date(dayNumber(day) * 86_400_000 + minute * 60_000).toISOString();
    return callOn(day, trigger, size, { ...more, at });
  });
const others = fc.oneof(
  days.map((day) => entryOn(day, "bright-spot", { bright: "kind-customer" })),
  days.map((day) => entryOn(day, "check-in", { mood: 3 })),
  fc.tuple(days, fc.constantFrom(-1, 0, 1)).map(([day, n]) => toolOn(day, "short-walk", n)),
);
const journals = fc.array(fc.oneof({ weight: 3, arbitrary: calls }, others), { maxLength: 60 });
const periods = fc.constantFrom(...PERIODS);
const look = (entries: OpenItem[], period: (typeof PERIODS)[number]) =>
  patternsIn({ entries, period, today: TODAY, rule: RULE });
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

test("every call is counted once on its weekday, at most once at its hour, and in one slot", () => {
  fc.assert(
    fc.property(journals, periods, (entries, period) => {
      const seen = look(entries, period);
      expect(sum(seen.weekdays)).toBe(seen.calls.length);
      expect(sum(seen.hours.counts)).toBe(seen.hours.n);
      expect(seen.hours.n).toBeLessThanOrEqual(seen.calls.length);
      expect(sum(seen.triggers.map(({ n }) => n))).toBe(seen.calls.length);
      expect(sum(seen.sizes.points.map((point) => point?.n ?? 0))).toBe(seen.sizes.n);
      const { smaller, same, bigger, n } = seen.sizes;
      expect(smaller + same + bigger).toBe(n);
    }),
  );
});

test("neither the order of the entries nor an empty one more changes what is seen", () => {
  const shuffled = journals.chain((entries) =>
    fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
  );
  fc.assert(
    fc.property(shuffled, periods, ([entries, other], period) => {
      const { entries: _e, calls: _c, ...one } = look(entries, period);
      const { entries: _f, calls: _d, ...two } = look(other, period);
      expect(near(two)).toEqual(near(one));
    }),
  );
});

test("means lie within their range, and a tool below three uses is never told", () => {
  fc.assert(
    fc.property(journals, periods, (entries, period) => {
      const seen = look(entries, period);
      for (const { n, helped, change } of seen.helps) {
        expect(helped).toBeLessThanOrEqual(n);
        if (!change) continue;
        expect(change.mean).toBeGreaterThanOrEqual(change.least - 1e-9);
        expect(change.mean).toBeLessThanOrEqual(change.most + 1e-9);
      }
      if (seen.calls.length < ENOUGH) expect([seen.stretch, ...seen.mostDays]).toEqual([undefined]);
      expect(amountsOf(seen).came).toBe(seen.calls.length);
    }),
  );
});

test("slots lie side by side over the whole time, and each day is in its own", () => {
  fc.assert(
    fc.property(fc.tuple(days, days), days, ([one, other], day) => {
      const [first, last] = one < other ? [one, other] : [other, one];
      const all = slotsBetween(first, last);
      const { slots } = all;
      expect(slots[0]?.first.localeCompare(first)).toBeLessThanOrEqual(0);
      expect(slots.at(-1)?.last.localeCompare(last)).toBeGreaterThanOrEqual(0);
      for (const [at, slot] of slots.entries()) {
        const before = slots[at - 1];
        if (before) expect(dayNumber(slot.first)).toBe(dayNumber(before.last) + 1);
      }
      const found = slots.findIndex((slot) => slot.first <= day && day <= slot.last);
      expect(slotOf(all, day)).toBe(found);
      expect(slots.length).toBeLessThanOrEqual(27);
    }),
  );
});

test("of five thousand entries over two years hardly any needs a clock to be asked", () => {
  const many = fc.array(fc.oneof({ weight: 3, arbitrary: calls }, others), {
    ...{ minLength: 5000, maxLength: 5000, size: "max" },
  });
  const [entries = []] = fc.sample(many, { numRuns: 1, seed: 7 });
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, "formatToParts");
  const { calls: counted } = look(entries, "all");
  expect(counted.length).toBeGreaterThan(3000);
  const weeks = 79 * ZONES.length;
  expect(asked.mock.calls.length).toBeLessThan(weeks * 2);
  asked.mockRestore();
});

const NEAR = 1e6;
/** Sums in another order differ in their last bit. */
function near(seen: object): unknown {
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Math.round(value * NEAR) / NEAR : value;
  return JSON.parse(JSON.stringify(seen, rounded));
}
