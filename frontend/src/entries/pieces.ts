import { fold, wordsIn } from "./seek.ts";

/** A text in pieces: what was found in it, and what stands between. */
export type Piece = { text: string; isFound: boolean };

/** Where in a text each of its folded letters stands. */
function letters(text: string): { folded: string; at: number[] } {
  const at: number[] = [];
  let folded = "";
  let index = 0;
  for (const letter of text) {
    const plain = fold(letter);
    folded += plain;
    for (let n = 0; n < plain.length; n += 1) at.push(index);
    index += letter.length;
  }
  at.push(index);
  return { folded, at };
}

function hits(folded: string, words: readonly string[]): [from: number, to: number][] {
  const all: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      all.push([at, at + word.length]);
    }
  }
  return all.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** So much of a long text stands before the first word that was found in it. */
const BEFORE = 60;

type Span = readonly [from: number, to: number];

/** Where words were found in the text itself, each place once. */
function spansIn(text: string, typed: string): Span[] {
  const { folded, at } = letters(text);
  const spans: Span[] = [];
  for (const [from, to] of hits(folded, wordsIn(typed))) {
    const start = Math.max(at[from] ?? 0, spans.at(-1)?.[1] ?? 0);
    const end = endOf(text, at[to] ?? text.length);
    if (end > start) spans.push([start, end]);
  }
  return spans;
}

/** A text with the words that were looked for set apart; a long one begins shortly before the first. */
export function pieces(text: string, typed: string): Piece[] {
  const spans = spansIn(text, typed);
  const first = spans[0]?.[0] ?? 0;
  const begin = first > 2 * BEFORE ? first - BEFORE : 0;
  const made: Piece[] = begin > 0 ? [{ text: "… ", isFound: false }] : [];
  let done = begin;
  for (const [start, end] of [...spans, [text.length, text.length] as const]) {
    if (start > done) made.push({ text: text.slice(done, start), isFound: false });
    if (end > start) made.push({ text: text.slice(start, end), isFound: true });
    done = end;
  }
  return made;
}

/** An accent that stands by itself belongs to the letter before it. */
function endOf(text: string, at: number): number {
  let end = at;
  while (/\p{M}/u.test(text.charAt(end))) end += 1;
  return end;
}
