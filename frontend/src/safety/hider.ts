/**
 * Finds in somebody's words what may be a customer's: cards, accounts, phone numbers, long numbers and
 * e-mail addresses. Runs on the device only. It offers, and is wrong now and then, so nothing is ever blocked.
 */
import { type PlainText, withPlainDigits } from "./digits.ts";

export type Found = { start: number; end: number; kind: "mail" | "card" | "account" | "number" };

/** What stands in place of hidden words: always the same length, so it tells nothing of theirs. */
export const HIDDEN = "•••";

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ACCOUNT =
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
// Signs that people put inside one number; two at most, as in "+49 (0) 30".
const RUN = /\+?\(?\d(?:[\s./()‐‑–-]{0,2}\d)*/g;
const DATES = [
  /(?<!\d)(?:19|20)\d\d([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d\d|\d\d)(?!\d)/g,
];
const TIME = /(?<!\d)(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:[:.][0-5]\d)?(?!\d)(?!\.\d)/g;
const YEARS = /(?<!\d)(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d(?!\d)/g;
const ROUND = /^[1-9]\d{0,2}(?:[ .]000)+$/;

const SHORTEST_RUN = 6;
const SHORTEST_PHONE = 7;
const CARD = { least: 13, most: 19 };

const blank = (text: string, pattern: RegExp) =>
  text.replace(pattern, (whole) => "\n".repeat(whole.length));

/** The check that every card number passes and one of ten others. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function kindOfRun(run: string): Found["kind"] | null {
  const groups = run.split(/\D+/).filter(Boolean);
  const digits = groups.join("");
  if (digits.length >= CARD.least && digits.length <= CARD.most && passesLuhn(digits))
    return "card";
  if (ROUND.test(run)) return null;
  if (groups.some((group) => group.length >= SHORTEST_RUN)) return "number";
  const dialled = /^\+|^\(?0/.test(run) ? SHORTEST_RUN : SHORTEST_PHONE;
  // "1 2 3 4 5 6 7" is counting; a number is spoken in groups.
  return digits.length >= dialled && digits.length >= 2 * groups.length ? "number" : null;
}

function matches(text: string, pattern: RegExp, kind: Found["kind"]): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind,
  }));
}

function runs(text: string): Found[] {
  return [...text.matchAll(RUN)].flatMap((match) => {
    const kind = match[0].includes("\n") ? null : kindOfRun(match[0]);
    return kind === null ? [] : [{ start: match.index, end: match.index + match[0].length, kind }];
  });
}

/** Where each found thing stands in the text that was given, in order, none over another. */
export function findPrivate(given: string): Found[] {
  const plain: PlainText = withPlainDigits(given);
  const mails = matches(plain.text, MAIL, "mail");
  const noMails = blank(plain.text, MAIL);
  const accounts = matches(noMails, ACCOUNT, "account");
  const rest = [...DATES, YEARS, TIME].reduce(blank, blank(noMails, ACCOUNT));
  const found = [...mails, ...accounts, ...runs(rest)].sort((a, b) => a.start - b.start);
  return found.map(({ start, end, kind }) => ({
    start: plain.at[start] ?? start,
    end: plain.at[end] ?? end,
    kind,
  }));
}

/** The text with those places hidden. */
export function hide(text: string, found: readonly Found[]): string {
  let [kept, from] = ["", 0];
  for (const { start, end } of found) {
    kept += text.slice(from, start) + HIDDEN;
    from = end;
  }
  return kept + text.slice(from);
}
