import { expect, test } from "vitest";
import type { Words } from "../feeds/words.ts";
import { copyWords, fieldsIn, sheetOf } from "../sharing/copyWords.ts";
import { linesOf } from "./handing.ts";
import { dueNow, followUpOf, localOf, notesAmong, noteWords, offeredTimes } from "./note.ts";

const note = (words: Omit<Words, "v">, item = "i") => ({
  item,
  words: { v: 1 as const, ...words },
});
const step = (due: unknown, done = false) => note({ t: "follow-up", text: "Ask", due, done });
const TODAY = "2026-11-21";
const NOW = "2026-11-21T22:10";

test("the clock on the wall, wherever that is", () => {
  const instant = new Date("2026-11-21T23:30:00Z");
  expect(localOf(instant, "Europe/Berlin")).toBe("2026-11-22T00:30");
  expect(localOf(instant, "America/New_York")).toBe("2026-11-21T18:30");
});

test("a next step is due from its minute on", () => {
  expect(dueNow([step(NOW)], NOW, {}, TODAY)).toHaveLength(1);
  expect(dueNow([step("2026-11-21T22:11")], NOW, {}, TODAY)).toEqual([]);
  expect(dueNow([step(NOW, true), step(null), step("soon")], NOW, {}, TODAY)).toEqual([]);
  expect(dueNow([note({ t: "lesson", text: "x", due: NOW })], NOW, {}, TODAY)).toEqual([]);
});

test("it shows once, on the day it is first shown, and then rests", () => {
  const late = step("2026-11-10T09:00");
  expect(dueNow([late], NOW, {}, TODAY)).toHaveLength(1);
  expect(dueNow([late], NOW, { i: TODAY }, TODAY)).toHaveLength(1);
  expect(dueNow([late], "2026-11-22T08:00", { i: TODAY }, "2026-11-22")).toEqual([]);
});

test("what is offered for when, by the clock there", () => {
  const at = (utc: string) => offeredTimes(new Date(utc), "Europe/Berlin");
  expect(at("2026-11-21T13:05:00Z")).toEqual({
    hour: "2026-11-21T15:05",
    evening: "2026-11-21T20:00",
    tomorrow: "2026-11-22T09:00",
    "two-days": "2026-11-23T09:00",
  });
  expect(at("2026-11-21T20:05:00Z").evening).toBeUndefined();
});

test("lists hold their own kind, what is done last", () => {
  const some = [
    note({ t: "lesson", text: "Done", done: true }, "a"),
    note({ t: "lesson", text: "Open" }, "b"),
    note({ t: "lesson", text: " " }, "c"),
    note({ t: "proof", text: "Other" }, "d"),
  ];
  expect(notesAmong(some, "lesson").map(({ item }) => item)).toEqual(["b", "a"]);
  expect(followUpOf(note({ t: "follow-up", text: 3 }))).toMatchObject({ text: "", done: false });
});

test("an ask is called by what happens, and rests below once it is done, cannot be or was let go", () => {
  const ask = (item: string, state: string) =>
    note({ t: "ask-work", happens: `No gap ${item}`, state }, item);
  const some = [ask("a", "let-go"), ask("b", "looking"), ask("c", "done"), ask("d", "mine")];
  expect(notesAmong(some, "ask-work").map(({ item }) => item)).toEqual(["b", "d", "a", "c"]);
});

test("what is handed on is plain lines, without what may be a customer's; a copy holds the words alone", () => {
  const line = note({ t: "for-somebody-new", text: "Ring 0151 23456789 first" });
  expect(linesOf([note({ t: "for-somebody-new", text: "Say the time" }), line])).toBe(
    "– Say the time\n– Ring ••• first",
  );
  const sheet = sheetOf({ ...line, kind: "note" });
  expect(copyWords(sheet, fieldsIn(sheet), false)).toEqual({
    ...{ v: 1, t: "check-in", text: "Ring 0151 23456789 first", backup: false },
  });
});

test("nothing empty is kept, and what a later app wrote stays", () => {
  const before = { v: 1 as const, t: "own-tool", name: "Hum", later: true, steps: ["Hum."] };
  expect(noteWords("own-tool", { name: "Hum low", steps: [], kind: undefined }, before)).toEqual({
    ...{ v: 1, t: "own-tool", name: "Hum low", later: true },
  });
});
