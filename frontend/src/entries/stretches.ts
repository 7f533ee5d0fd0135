import type { OpenItem } from "../feeds/words.ts";
import { byDay } from "./byDay.ts";

/** A piece of the list that is drawn at once: a day, or a part of a long one. */
export type Stretch = { key: string; day: string; isFirst: boolean; items: readonly OpenItem[] };

/** So many entries are drawn in one go: more would make a frame late on a slow phone. */
export const MOST_AT_ONCE = 8;

/** The list in stretches, in the order given. */
export function stretchesOf(items: readonly OpenItem[]): Stretch[] {
  return byDay(items).flatMap(([day, own]) => {
    const parts = Math.ceil(own.length / MOST_AT_ONCE);
    return Array.from({ length: parts }, (_, part) => ({
      key: `${day} ${part}`,
      day,
      isFirst: part === 0,
      items: own.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE),
    }));
  });
}

const HEAD_PX = 44;
const ENTRY_PX = 150;

/** How tall each stretch is, as it was measured when it was drawn, or else as it may be. */
export class Heights {
  readonly #seen = new Map<string, number>();
  #widthPx = 0;

  /** On another width everything is another height. */
  atWidth(px: number): void {
    if (px !== this.#widthPx) this.#seen.clear();
    this.#widthPx = px;
  }

  measured(key: string, px: number): void {
    this.#seen.set(key, px);
  }

  of({ key, isFirst, items }: Stretch): number {
    return this.#seen.get(key) ?? (isFirst ? HEAD_PX : 0) + items.length * ENTRY_PX;
  }
}

/** Which stretches are drawn, and how much room those before and after them take. */
export type Window = { from: number; to: number; before: number; after: number };

/** What lies between two heights of the list, measured from its top. */
export function windowOf(
  stretches: readonly Stretch[],
  heights: Heights,
  [top, bottom]: readonly [number, number],
): Window {
  const ends: number[] = [];
  let height = 0;
  for (const stretch of stretches) {
    height += heights.of(stretch);
    ends.push(height);
  }
  const first = ends.findIndex((end) => end >= top);
  const from = first < 0 ? ends.length : first;
  const last = ends.findIndex((end) => end > bottom);
  const to = last < 0 ? ends.length : Math.max(last + 1, from);
  return { from, to, before: ends[from - 1] ?? 0, after: height - (ends[to - 1] ?? height) };
}
