import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayNumber, dayNumber, dayOf } from "./calendar.ts";
import { isShort, type Setting, shortDays } from "./closing.ts";
import { daily } from "./daily.ts";
import { streamAt } from "./history.ts";
import { daysOff, type Pattern, timeline, type Version } from "./schedules.ts";
import type { Streak, Stream } from "./stream.ts";
import { strength } from "./strength.ts";
import { weekly } from "./weekly.ts";

const FIRST = dayNumber("2024-01-15");
const days = fc.integer({ min: FIRST, max: FIRST + 100 });

const cycles = fc.record({
  anchor: days,
  days: fc.string({ unit: fc.constantFrom("1", "1", "0"), minLength: 1, maxLength: 9 }),
});
const oneToSeven = fc.integer({ min: 1, max: 7 });
const timesPerWeek = fc.record({ n: oneToSeven, weekStart: oneToSeven });
const patterns: fc.Arbitrary<Pattern> = fc.oneof(cycles, timesPerWeek);

const versions: fc.Arbitrary<Version[]> = fc
  .array(fc.record({ pattern: patterns, made: fc.option(days), from: fc.option(days) }), {
    maxLength: 4,
  })
  .map((them) => them.sort((one, other) => (one.made ?? 0) - (other.made ?? 0)))
  .map((them) =>
    them.map(({ pattern, made, from }) => ({
      pattern,
      madeOn: made ? dayOf(made) : undefined,
      effectiveFrom: from && made ? dayOf(from) : undefined,
    })),
  );

const leave = fc.tuple(days, fc.integer({ min: 0, max: 9 }), days).map(([first, more, made]) => ({
  first: dayOf(first),
  last: dayOf(first + more),
  madeOn: dayOf(made),
}));

type Facts = { done: DayNumber[]; versions: Version[]; off: Set<DayNumber>; asked: DayNumber };

const facts: fc.Arbitrary<Facts> = fc.record({
  done: fc.array(days, { maxLength: 120 }),
  versions,
  off: fc.array(leave, { maxLength: 3 }).map((them) => daysOff(them, FIRST + 200)),
  asked: days,
});

function streamOf({ done, versions, off }: Facts): Stream {
  return { done: new Set(done), timeline: timeline(versions), off };
}

function numbers({ current, longest, pausesHeld }: Streak): [number, number, number] {
  return [current, longest, pausesHeld];
}

test("numbers stay in their bounds", () => {
  fc.assert(
    fc.property(facts, (one) => {
      for (const [count, cap] of [
        [daily, 2],
        [weekly, 1],
      ] as const) {
        const { current, longest, pausesHeld } = count(streamOf(one), dayOf(one.asked));
        expect(longest).toBeGreaterThanOrEqual(current);
        expect([0, 1, 2].slice(0, cap + 1)).toContain(pausesHeld);
      }
      expect(strength(streamOf(one), dayOf(one.asked))).toBeLessThanOrEqual(1);
    }),
  );
});

test("one more day never lowers a number", () => {
  fc.assert(
    fc.property(facts, days, (one, more) => {
      const today = Math.max(one.asked, ...one.done);
      const asked = dayOf(one.asked);
      const [before, after] = [one, { ...one, done: [...one.done, Math.min(more, today)] }].map(
        streamOf,
      );
      if (!before || !after) return;
      for (const count of [daily, weekly]) {
        const [then, now] = [numbers(count(before, asked)), numbers(count(after, asked))];
        expect(now.every((number, at) => number >= (then[at] ?? 0))).toBe(true);
      }
      expect(strength(after, asked)).toBeGreaterThanOrEqual(strength(before, asked) - 1e-12);
    }),
  );
});

test("a new schedule never rewrites the past", () => {
  fc.assert(
    fc.property(facts, patterns, days, days, (one, pattern, made, from) => {
      const yesterday = dayOf(made - 1);
      const past = { ...one, done: one.done.filter((day) => day < made) };
      const change = { pattern, madeOn: dayOf(made), effectiveFrom: dayOf(from) };
      const changed = { ...past, versions: [...past.versions.filter(isBefore(yesterday)), change] };
      const before = { ...past, versions: past.versions.filter(isBefore(yesterday)) };
      expect(daily(streamOf(changed), yesterday)).toEqual(daily(streamOf(before), yesterday));
      expect(strength(streamOf(changed), yesterday)).toBe(strength(streamOf(before), yesterday));
    }),
  );
});

function isBefore(day: string): (version: Version) => boolean {
  return ({ madeOn }) => !madeOn || madeOn <= day;
}

test("neither order nor repetition matters", () => {
  const instants = fc.uniqueArray(fc.integer({ min: 0, max: 60 * 1440 }), { maxLength: 60 });
  const shuffled = instants.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc.shuffledSubarray([...one, ...one], { minLength: one.length * 2 }),
    ),
  );
  const settings = [{ zone: "Europe/Berlin", dayStartHour: 4 }];
  const now = new Date("2025-06-01T12:00:00Z");
  const historyOf = (minutes: readonly number[]) => ({
    settings,
    schedule: [],
    leave: [],
    entries: minutes.map((at) => ({
      item: `e${at}`,
      occurredAt: new Date(Date.UTC(2025, 2, 1, 0, at)),
    })),
  });
  fc.assert(
    fc.property(shuffled, ([once, twice]) => {
      const [one, other] = [streamAt(historyOf(once), now), streamAt(historyOf(twice), now)];
      expect([...other.done].sort()).toEqual([...one.done].sort());
    }),
    { numRuns: 30 },
  );
});

test("measuring only the days near a turn finds every short day", () => {
  const zones = ["Europe/Berlin", "Pacific/Apia", "Asia/Tokyo", "America/Los_Angeles", "+13:00"];
  const start = Date.UTC(2011, 11, 1);
  const moves = fc.uniqueArray(fc.integer({ min: 0, max: 60 * 24 }), { maxLength: 3 });
  const setting = fc.record({
    zone: fc.constantFrom(...zones),
    dayStartHour: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(moves, fc.array(setting, { minLength: 4, maxLength: 4 }), (hours, rules) => {
      const turns = hours
        .sort((one, other) => one - other)
        .map((hour) => new Date(start + hour * 3_600_000));
      const settings = rules.slice(0, turns.length + 1).map((rule, at): Setting => {
        const since = turns[at - 1];
        return since ? { ...rule, since } : rule;
      });
      const [first, last] = [start / 86_400_000, start / 86_400_000 + 62];
      const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      expect(shortDays(first, last, settings)).toEqual(
        all.filter((day) => isShort(dayOf(day), settings)),
      );
    }),
    { numRuns: 25 },
  );
});
