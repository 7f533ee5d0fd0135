import fc from "fast-check";
import { expect, test } from "vitest";
import { findPrivate, HIDDEN, hide, passesLuhn } from "./hider.ts";

const shown = (text: string) => findPrivate(text).map(({ start, end }) => text.slice(start, end));
const kinds = (text: string) => findPrivate(text).map(({ kind }) => kind);

test.each([
  ["4111 1111 1111 1111", "card"],
  ["4111-1111-1111-1111", "card"],
  ["4111111111111111", "card"],
  ["378282246310005", "card"],
  ["٤١١١ ١١١١ ١١١١ ١١١١", "card"],
  ["４１１１１１１１１１１１１１１１", "card"],
  ["DE89 3704 0044 0532 0130 00", "account"],
  ["GB29NWBK60161331926819", "account"],
  ["jo.bloggs+home@example.co.uk", "mail"],
  ["+49 (0) 30 1234-567", "number"],
  ["(212) 555-0188", "number"],
  ["030 123456", "number"],
  ["0171.2345678", "number"],
  ["९८७६५४३२१०", "number"],
  ["88412076", "number"],
  ["𝟜𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙", "card"],
])("%s is found, whole, in the middle of a sentence", (secret, kind) => {
  const line = `They said ${secret}, twice.`;
  expect(shown(line)).toEqual([secret]);
  expect(kinds(line)).toEqual([kind]);
});

test.each([
  "It was a 3.",
  "3 calls, 12 minutes each, then 45 more",
  "On 2026-11-21 at 14:30 they called",
  "2026-11-21T22:10:05",
  "21.11.2026, 9.30 to 17.45",
  "11/21/2026 and 21/11/26",
  "In 2019-2024, and 2024/25",
  "From 9:00-17:30 I sat there",
  "1 2 3 4 5 6 7 8 9 10",
  "Refunds of 1 000 000 or 12,500.00",
  "a 100 % sure, 1,234,567 times",
  "they want me @ desk 12",
  "",
])("%j holds nothing to hide", (text) => {
  expect(shown(text)).toEqual([]);
});

test("several at once are found in order and hidden by one act, whatever their length", () => {
  const line = "card 4111 1111 1111 1111, mail a@b.example, phone 030 123456.";
  expect(kinds(line)).toEqual(["card", "mail", "number"]);
  expect(hide(line, findPrivate(line))).toBe(`card ${HIDDEN}, mail ${HIDDEN}, phone ${HIDDEN}.`);
});

test("a date beside a number does not save the number", () => {
  expect(shown("2026-11-21 0171 2345678")).toEqual(["0171 2345678"]);
});

const digits = (least: number, most: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const words = fc.stringMatching(/^[ \p{L}.,!?'"]{0,30}$/u).map((text) => text.replaceAll("@", ""));

test("a number of up to five digits by itself is never flagged", () => {
  fc.assert(fc.property(digits(1, 5), (n) => shown(`I took ${n} of them`).length === 0));
});

test("every day of the calendar and every minute of it is left alone", () => {
  const noon = fc.date({
    min: new Date("1990-01-01"),
    max: new Date("2099-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(noon, (when) => {
      const [day = "", clock = ""] = when.toISOString().split("T");
      const [year, month, date] = day.split("-");
      const ways = [day, `${date}.${month}.${year}`, `${month}/${date}/${year}`];
      return ways.every((way) => shown(`on ${way} ${clock.slice(0, 5)} it rang`).length === 0);
    }),
  );
});

test("every card that passes the check is flagged, in groups or not", () => {
  fc.assert(
    fc.property(digits(15, 15), fc.constantFrom("", " ", "-"), (most, between) => {
      const last = [..."0123456789"].find((digit) => passesLuhn(most + digit));
      const card = `${most}${last}`.match(/.{4}/g)?.join(between) ?? "";
      expect(kinds(`it was ${card} I think`)).toEqual(["card"]);
    }),
  );
});

test("a run of six digits or more is flagged wherever it stands", () => {
  fc.assert(
    fc.property(words, digits(6, 30), words, (before, run, after) => {
      const line = `${before} ${run} ${after}`;
      expect(shown(line).some((found) => found.includes(run))).toBe(true);
    }),
  );
});

test("what was hidden is not found again, and words without digits are never touched", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      const once = hide(text, findPrivate(text));
      expect(findPrivate(once)).toEqual([]);
    }),
  );
  fc.assert(fc.property(words, (text) => hide(text, findPrivate(text)) === text));
});
