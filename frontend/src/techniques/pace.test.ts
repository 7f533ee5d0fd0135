import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { BreathPattern, Technique } from "../library/catalogue.ts";
import { beatsOf, hasHolds, lengthOf, roundsOf } from "./breath.ts";
import { type Clock, pace } from "./pace.ts";

const DATA = new URL("../../../journal/library/data/en/techniques.json", import.meta.url);
const techniques: Technique[] = JSON.parse(readFileSync(DATA, "utf8")).techniques;
const breaths = techniques.flatMap((one) => (one.breath ? [{ ...one, breath: one.breath }] : []));
const SEED: BreathPattern = { in_s: 4, hold_s: 2, out_s: 6, hold_out_s: 0, cycles: 5 };

/** A clock whose every wake-up is late by as much as `lateness` says. */
function lateClock(lateness: () => number): Clock & { run: (untilMs: number) => void } {
  let now = 5_000;
  let waking: { at: number; act: () => void } | undefined;
  return {
    now: () => now,
    wake: (afterMs, act) => {
      waking = { at: now + Math.max(0, afterMs) + lateness(), act };
      return () => {
        waking = undefined;
      };
    },
    run: (untilMs) => {
      while (waking && waking.at <= 5_000 + untilMs) {
        const { at, act } = waking;
        waking = undefined;
        now = at;
        act();
      }
    },
  };
}

test("a minute of late wake-ups adds up to nothing: every beat is as late as its own wake-up", () => {
  const beats = beatsOf(SEED, true);
  const marks = [...beats.map(({ at }) => at), lengthOf(beats)];
  const clock = lateClock(() => 35);
  const off: number[] = [];
  pace(marks, (index) => off.push(clock.now() - 5_000 - (marks[index] ?? 0)), clock);
  clock.run(61_000);
  expect(off).toHaveLength(61);
  expect(Math.max(...off)).toBeLessThan(100);
});

test("what was slept through is left out, and the beat one wakes up in is told at once", () => {
  const sleeps = [0, 20_500, 0];
  const clock = lateClock(() => sleeps.shift() ?? 0);
  const told: number[] = [];
  pace([0, 1_000, 2_000, 22_000, 23_000], (index) => told.push(index), clock);
  clock.run(30_000);
  expect(told).toEqual([0, 1, 3, 4]);
});

test("by the page's own timers a breath is told second by second, and stops when it is left", () => {
  vi.useFakeTimers();
  const began = performance.now();
  const told: number[] = [];
  const stop = pace([0, 4_000, 6_000], () => told.push(performance.now() - began));
  vi.advanceTimersByTime(5_000);
  stop();
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  expect(told).toEqual([0, 4_000]);
});

test("the seed's breath: in 4, hold 2, out 6, five times, one minute", () => {
  const beats = beatsOf(SEED, true);
  expect(lengthOf(beats)).toBe(60_000);
  expect(beats.slice(0, 13).map(({ phase }) => phase)).toEqual([
    ...Array(4).fill("in"),
    ...Array(2).fill("hold"),
    ...Array(6).fill("out"),
    "in",
  ]);
  expect(beats.slice(6, 12).map(({ count }) => count)).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each(breaths)(
  "$id lasts as long as it says, with its holds and without",
  ({ breath, duration_s }) => {
    expect(lengthOf(beatsOf(breath, true))).toBe(duration_s * 1000);
    expect(Math.abs(lengthOf(beatsOf(breath, false)) / 1000 - duration_s)).toBeLessThanOrEqual(4);
    const phases = new Set(beatsOf(breath, false).map(({ phase }) => phase));
    expect(phases.has("hold") || phases.has("wait")).toBe(false);
    expect(roundsOf(breath, false) > breath.cycles).toBe(hasHolds(breath));
  },
);
