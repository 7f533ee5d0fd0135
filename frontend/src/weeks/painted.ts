/** What a picture of a week shows, and what is written on it: nothing but what was ticked. Pure. */
import type { Day } from "../streaks/day.ts";

export const PARTS = ["came", "helped", "goal", "line"] as const;
export type Part = (typeof PARTS)[number];
/** One day of seven: how many stones went in, how many discs came up. */
export type PaintedDay = { day: Day; stones: number; discs: number };
export type Painted = {
  days: readonly PaintedDay[];
  words: Readonly<Record<Part, readonly string[]>>;
};
export type Block = { head: string; lines: readonly string[] };

/** The parts there is something to write of. */
export const partsIn = ({ words }: Painted): Part[] =>
  PARTS.filter((part) => words[part].length > 0);

/** What is written: the parts that were ticked, under their headings. */
export function blocksOf(
  { words }: Painted,
  ticked: readonly string[],
  heads: Readonly<Record<Part, string>>,
): Block[] {
  return PARTS.filter((part) => ticked.includes(part) && words[part].length > 0).map((part) => ({
    head: heads[part],
    lines: words[part],
  }));
}

/** Breaks a text into lines no wider than allowed; a word of its own is never broken. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
