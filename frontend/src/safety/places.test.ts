import { expect, test } from "vitest";
import { zoneOf } from "./places.ts";
import { dialled, trustedIn } from "./trusted.ts";

const place = (zones: string) => ({ dataset: { zones } });
const [vienna, apia] = [place("Europe/Vienna Europe/Malta"), place("Pacific/Apia")];

test("a country is guessed by its own zones and by no other's", () => {
  expect(zoneOf([vienna, apia], "Pacific/Apia")).toBe(apia);
  expect(zoneOf([vienna, apia], "Europe/Malta")).toBe(vienna);
  expect(zoneOf([vienna, apia], "Europe")).toBeUndefined();
  expect(zoneOf([vienna, apia], "Europe/Berlin")).toBeUndefined();
  expect(zoneOf([], "Europe/Vienna")).toBeUndefined();
});

test("a zone that two countries name opens neither", () => {
  expect(zoneOf([vienna, place("Europe/Vienna")], "Europe/Vienna")).toBeUndefined();
});

test("a number is dialled without what only makes it readable", () => {
  expect(dialled("+49 (0) 171 / 234-56.78")).toBe("+491712345678");
  expect(dialled("(0171) 234")).toBe("0171234");
  for (const wrong of ["", "7", "call me", "tel:112", "12345678901234567"]) {
    expect(dialled(wrong)).toBe("");
  }
});

test("what a sealed place held is somebody to call, or nobody", () => {
  const mum = { name: "Mum", number: "030 123" };
  expect(trustedIn({ v: 1, ...mum })).toEqual(mum);
  for (const none of [undefined, { v: 1 as const }, { v: 1 as const, name: "Mum", number: "x" }]) {
    expect(trustedIn(none)).toBeNull();
  }
});
