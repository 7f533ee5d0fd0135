import { expect, test } from "vitest";
import type { OpenItem } from "../feeds/words.ts";
import { Heights, MOST_AT_ONCE, stretchesOf, windowOf } from "./stretches.ts";

function entry(day: string, at: number): OpenItem {
  const head = { item: `${day} ${at}`, rev: "r", kind: "entry", day, written: day };
  return { ...head, words: { v: 1 }, unsent: false, others: [] };
}

const days = Array.from({ length: 1000 }, (_, at) =>
  new Date(Date.UTC(2026, 10, 21 - at)).toISOString().slice(0, 10),
);
const LIST = days.flatMap((day) => [1, 2, 3, 4, 5].map((at) => entry(day, at)));
const SCREEN_PX = 640;

test("a day is one stretch, a long one several, and none of them is more than can be drawn at once", () => {
  const long = Array.from({ length: 20 }, (_, at) => entry("2026-11-22", at));
  const stretches = stretchesOf([...long, ...LIST.slice(0, 7)]);
  expect(stretches.map(({ items }) => items.length)).toEqual([8, 8, 4, 5, 2]);
  expect(stretches.map(({ isFirst }) => isFirst)).toEqual([true, false, false, true, true]);
  expect(Math.max(...stretches.map(({ items }) => items.length))).toBe(MOST_AT_ONCE);
});

test("of 5,000 entries a few are drawn wherever one stands, and no room is lost", () => {
  const stretches = stretchesOf(LIST);
  const heights = new Heights();
  for (const { key } of stretches.slice(0, 300)) heights.measured(key, 500);
  const total = stretches.reduce((sum, one) => sum + heights.of(one), 0);
  for (let top = 0; top < total; top += 997) {
    const { from, to, before, after } = windowOf(stretches, heights, [top, top + SCREEN_PX]);
    const drawn = stretches.slice(from, to);
    expect(drawn.flatMap(({ items }) => items).length).toBeLessThanOrEqual(4 * MOST_AT_ONCE);
    const height = drawn.reduce((sum, one) => sum + heights.of(one), 0);
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
  heights.atWidth(360);
  heights.measured(one.key, 1);
  expect(heights.of(one)).toBe(1);
  heights.atWidth(640);
  expect(heights.of(one)).toBeGreaterThan(100);
  expect(windowOf([one], heights, [9000, 9600])).toMatchObject({ from: 1, to: 1, after: 0 });
});
