import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenItem } from "../feeds/words.ts";
import {
  Heights,
  MOST_AT_ONCE,
  roomOf,
  stepTo,
  stretchesOf,
  type Window,
  windowOf,
} from "./stretches.ts";

function entry(day: string, at: number): OpenItem {
  const head = { item: `${day} ${at}`, rev: "r", kind: "entry", day, written: day };
  return { ...head, words: { v: 1 }, unsent: false, others: [] };
}

const days = Array.from({ length: 1000 }, (_, at) =>
  new Date(Date.UTC(2026, 10, 21 - at)).toISOString().slice(0, 10),
);
const LIST = days.flatMap((day) => [1, 2, 3, 4, 5].map((at) => entry(day, at)));
const SCREEN_PX = 640;
const MOST_SEEN = 8;

test("a day is as many stretches as it takes, the first of them says so, and none is more than can be drawn at once", () => {
  const long = Array.from({ length: 20 }, (_, at) => entry("2026-11-22", at));
  const stretches = stretchesOf([...long, ...LIST.slice(0, 7)]);
  expect(stretches.map(({ items }) => items.length)).toEqual(Array(27).fill(MOST_AT_ONCE));
  const firsts = stretches.flatMap(({ isFirst }, at) => (isFirst ? [at] : []));
  expect(firsts).toEqual([0, 20, 25]);
  expect(Math.max(...stretches.map(({ items }) => items.length))).toBe(MOST_AT_ONCE);
});

test("of 5,000 entries a few are drawn wherever one stands, and no room is lost", () => {
  const stretches = stretchesOf(LIST);
  const heights = new Heights();
  for (const { key } of stretches.slice(0, 300)) heights.measured(key, 500);
  const total = stretches.reduce((sum, one) => sum + heights.of(one), 0);
  for (let top = 0; top < total; top += 997) {
    const drawn = windowOf(stretches, heights, [top, top + SCREEN_PX]);
    const { before, after } = roomOf(stretches, heights, drawn);
    const parts = stretches.slice(drawn.from, drawn.to);
    expect(parts.flatMap(({ items }) => items).length).toBeLessThanOrEqual(MOST_SEEN);
    const height = parts.reduce((sum, one) => sum + heights.of(one), 0);
    expect([before <= top, before + height >= Math.min(top + SCREEN_PX, total)]).toEqual([
      true,
      true,
    ]);
    expect(before + height + after).toBe(total);
  }
});

test("beyond the end nothing is drawn, and on another width all heights are guessed anew", () => {
  const [one] = stretchesOf(LIST.slice(0, 5));
  if (!one) throw new Error("no stretch");
  const heights = new Heights();
  expect(heights.atWidth(360)).toBe(true);
  heights.measured(one.key, 1);
  expect(heights.of(one)).toBe(1);
  expect([heights.atWidth(360), heights.atWidth(640)]).toEqual([false, true]);
  expect(heights.of(one)).toBeGreaterThan(100);
  const nothing = windowOf([one], heights, [9000, 9600]);
  expect(nothing).toEqual({ from: 1, to: 1 });
  expect(roomOf([one], heights, nothing)).toEqual({ before: heights.of(one), after: 0 });
});

const size = ({ from, to }: Window) => to - from;
const windowIn = fc
  .tuple(fc.nat(60), fc.nat(12))
  .map(([from, more]): Window => ({ from, to: from + more }));

test("a step adds one stretch, or two after a jump, drops what is not wanted, and comes to what is wanted", () => {
  fc.assert(
    fc.property(windowIn, windowIn, fc.nat(6), fc.nat(6), (start, wanted, over, under) => {
      const seen = { from: Math.min(wanted.from + over, wanted.to), to: wanted.to };
      seen.to = Math.max(seen.from, seen.to - under);
      let drawn = start;
      for (let steps = 0; steps <= size(wanted); steps += 1) {
        const next = stepTo(wanted, drawn, seen);
        const both = Math.max(0, Math.min(next.to, drawn.to) - Math.max(next.from, drawn.from));
        expect(size(next) - both).toBeLessThanOrEqual(both > 0 ? 1 : 2);
        expect([next.from >= wanted.from, next.to <= wanted.to]).toEqual([true, true]);
        drawn = next;
      }
      if (size(seen) > 0) expect(drawn).toEqual(wanted);
    }),
  );
});

test("what is on the screen is drawn before what is beside it", () => {
  const steps = [{ from: 0, to: 5 }];
  const [wanted, seen] = [
    { from: 3, to: 12 },
    { from: 5, to: 8 },
  ];
  for (let step = 0; step < 4; step += 1) steps.push(stepTo(wanted, steps.at(-1) ?? wanted, seen));
  expect(steps.slice(1).map(({ to }) => to)).toEqual([6, 7, 8, 9]);
});
