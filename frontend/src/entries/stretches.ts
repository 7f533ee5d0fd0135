import type { OpenItem } from "../feeds/words.ts";
import { byDay } from "./byDay.ts";

/** A piece of the list that is drawn at once: an entry, the first of a day below its heading. */
export type Stretch = { key: string; day: string; isFirst: boolean; items: readonly OpenItem[] };

/** So many entries are drawn in one go: more would make a frame late on a slow phone. */
export const MOST_AT_ONCE = 1;

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
  #ends: { of: readonly Stretch[]; at: readonly number[] } | undefined;

  /** On another width everything is another height; answers whether it is another one. */
  atWidth(px: number): boolean {
    const isOther = px !== this.#widthPx;
    if (isOther) this.#forget();
    this.#widthPx = px;
    return isOther;
  }

  measured(key: string, px: number): void {
    if (this.#seen.get(key) === px) return;
    this.#seen.set(key, px);
    this.#ends = undefined;
  }

  /** Where each stretch ends, from the top of the list; counted anew only when one was measured. */
  ends(of: readonly Stretch[]): readonly number[] {
    if (this.#ends?.of === of) return this.#ends.at;
    let height = 0;
    const at = of.map((stretch) => {
      height += this.of(stretch);
      return height;
    });
    this.#ends = { of, at };
    return at;
  }

  #forget(): void {
    this.#seen.clear();
    this.#ends = undefined;
  }

  of({ key, isFirst, items }: Stretch): number {
    return this.#seen.get(key) ?? (isFirst ? HEAD_PX : 0) + items.length * ENTRY_PX;
  }
}

/** Which stretches are drawn: the first one, and the one after the last. */
export type Window = { from: number; to: number };

/** What lies between two heights of the list, measured from its top. */
export function windowOf(
  stretches: readonly Stretch[],
  heights: Heights,
  [top, bottom]: readonly [number, number],
): Window {
  const ends = heights.ends(stretches);
  const from = firstWhere(ends, (end) => end >= top);
  return {
    from,
    to: Math.max(from, Math.min(ends.length, firstWhere(ends, (end) => end > bottom) + 1)),
  };
}

/** How much room is left for those that are not drawn. */
export function roomOf(
  stretches: readonly Stretch[],
  heights: Heights,
  { from, to }: Window,
): { before: number; after: number } {
  const ends = heights.ends(stretches);
  const total = ends.at(-1) ?? 0;
  return { before: ends[from - 1] ?? 0, after: total - (ends[to - 1] ?? 0) };
}

/** So many stretches are drawn at first where the list was jumped into. */
const JUMP = 2;

/**
 * The next step from what is drawn to what is wanted: at most one stretch more, so that a frame is never late.
 * What was jumped to begins where it is seen.
 */
export function stepTo(wanted: Window, drawn: Window, seen: Window): Window {
  const kept = {
    from: Math.max(wanted.from, drawn.from),
    to: Math.min(wanted.to, drawn.to),
  };
  if (kept.from >= kept.to) return { from: seen.from, to: Math.min(seen.to, seen.from + JUMP) };
  if (kept.to < seen.to) return { ...kept, to: kept.to + 1 };
  if (kept.from > seen.from) return { ...kept, from: kept.from - 1 };
  if (kept.to < wanted.to) return { ...kept, to: kept.to + 1 };
  return { ...kept, from: Math.max(wanted.from, kept.from - 1) };
}

/** The place of the first of growing numbers for which it holds; their count, where it holds for none. */
function firstWhere(growing: readonly number[], holds: (one: number) => boolean): number {
  let low = 0;
  let high = growing.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(growing[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
