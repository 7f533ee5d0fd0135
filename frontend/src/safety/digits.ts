/** A text whose digits, in whatever script, stand as 0 to 9, and where each sign of it came from. */
export type PlainText = { text: string; at: readonly number[] };

const DIGIT = /\p{Nd}/u;
const SAME: Record<string, string> = { "＠": "@", "＋": "+", "．": ".", "－": "-", "−": "-" };

/** Digits come in rows of ten; a row begins where the one before is none, or a multiple of ten further on. */
function plainDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/** The same text with plain digits. `at[n]` is where the n-th sign stands in the one given. */
export function withPlainDigits(given: string): PlainText {
  let text = "";
  const at: number[] = [];
  let place = 0;
  for (const sign of given) {
    const plain = DIGIT.test(sign) ? plainDigit(sign) : (SAME[sign] ?? sign);
    for (let n = 0; n < plain.length; n += 1) at.push(place + n);
    text += plain;
    place += sign.length;
  }
  return { text, at: [...at, place] };
}
