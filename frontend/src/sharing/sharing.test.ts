import { expect, test } from "vitest";
import type { OpenItem, Words } from "../feeds/words.ts";
import { fitting, hasGap } from "./answers.ts";
import { blankSheet, copyWords, fieldsIn, saysSomething, sheetOf } from "./copyWords.ts";
import { A_DAY, dayOf } from "./day.ts";
import type { Letter } from "./shape.ts";
import { aWeekdayLater, eventsIn, isNotSeen, type Known, standings } from "./standing.ts";

const entry = (words: Words, day = "2026-11-20") => ({ kind: "entry", day, words });
const CALL: Words = {
  v: 1,
  t: "encounter",
  trigger: ["shouting"],
  intensity: 4,
  feelings: ["angry"],
  text: "He shouted.",
  technique: "long-exhale",
  close: { kind: "step", text: "Ask for a break" },
  at: "2026-11-20T21:10:00Z",
  tz: "Europe/Berlin",
};

test("a copy holds what is ticked, and never the minute, the tool or the step", () => {
  const sheet = sheetOf(entry(CALL));
  const all = copyWords(sheet, fieldsIn(sheet), false);
  expect(all).toEqual({
    ...{ v: 1, t: "encounter", text: "He shouted.", trigger: ["shouting"], feelings: ["angry"] },
    ...{ intensity: 4, day: "2026-11-20", backup: false },
  });
  expect(copyWords(sheet, ["text"], true)).toEqual({
    ...{ v: 1, t: "encounter", text: "He shouted.", backup: true },
  });
  expect(saysSomething(copyWords(sheet, ["day"], true))).toBe(false);
});

test("an ask about work goes as its words; a blank one says nothing yet", () => {
  const ask = { v: 1, t: "ask-work", happens: "No breaks", helps: "Cover", state: "mine" } as const;
  const sheet = sheetOf({ kind: "note", words: ask });
  expect(copyWords(sheet, fieldsIn(sheet), false)).toEqual({
    ...{ v: 1, t: "ask-work", happens: "No breaks\nCover", backup: false },
  });
  expect(saysSomething(copyWords(blankSheet("check-in"), ["text"], true))).toBe(false);
});

const letter = (item: string, more: Partial<Letter> = {}): Letter => ({
  ...{ item, owner: "o", name: "Ana", backup: false, sharedOn: "2026-11-20", until: 1 },
  ...{ opened: false, answered: false, ...more },
});

test("backup comes first and is never cut off; of what is new, five a day and then it is enough", () => {
  const many = Array.from({ length: 9 }, (_, at) => letter(`n${at}`));
  const wishes = Array.from({ length: 8 }, (_, at) =>
    letter(`b${at}`, { backup: true, opened: at > 5 }),
  );
  const day = dayOf([...many, ...wishes, letter("old", { opened: true })], []);
  expect(day.backup).toHaveLength(8);
  expect(day.fresh.map(({ item }) => item)).toEqual(["n0", "n1", "n2", "n3", "n4"]);
  expect([day.isEnough, day.before.map(({ item }) => item)]).toEqual([true, ["old"]]);
  const later = dayOf([...many, ...wishes], ["a", "b", "c", "d", "e"].slice(0, A_DAY));
  expect([later.fresh, later.backup.length, later.isEnough]).toEqual([[], 8, true]);
});

test("what fits comes first among the lines, and one with a gap is not ready", () => {
  const lines = ["any", "shouting", "backup", "not-okay", "tired"].map((when) => ({
    ...{ id: when, when, text: when },
  }));
  const triggers = new Map([
    [
      "threat",
      { id: "threat", group: "", label: "", description: "", safety: "not-okay" as const },
    ],
  ]);
  const words = { v: 1, trigger: ["threat", "shouting"], backup: true } as const;
  const { first, others } = fitting(lines, words, triggers);
  expect(first.map(({ id }) => id)).toEqual(["shouting", "backup", "not-okay", "any"]);
  expect(others.map(({ id }) => id)).toEqual(["tired"]);
  expect([hasGap("today at {time}?"), hasGap("today")]).toEqual([true, false]);
});

test("not seen is said when a working day has begun since, and never on the weekend before", () => {
  expect(aWeekdayLater("2026-11-20", "2026-11-20")).toBe(false);
  expect(aWeekdayLater("2026-11-19", "2026-11-20")).toBe(true);
  expect(aWeekdayLater("2026-11-20", "2026-11-22")).toBe(false); // Friday to Sunday
  expect(aWeekdayLater("2026-11-20", "2026-11-23")).toBe(true);
});

const copy = (item: string, more: Partial<OpenItem> = {}): OpenItem => ({
  ...{ item, rev: item, kind: "copy", words: { v: 1, t: "check-in", backup: true } },
  ...{ unsent: false, others: [], ...more },
});
const LEDGER = [
  '{"n":1,"own":"a","on":"2026-11-16","event":"consent","item":"c","reader":"sam","until":2000}',
  '{"n":2,"own":"a","on":"2026-11-17","event":"delivered","item":"c","reader":"sam"}',
  '{"n":3,"own":"a","on":"2026-11-17","event":"delivered","item":"c","reader":"sam"}',
  '{"n":4,"own":"a","on":"2026-11-18","event":"expired","item":"gone"}',
];
const lent = (of: string | null, until = 2000) => ({ of, to: "sam", until, on: "2026-11-16" });
const known = (more: Partial<Known> = {}): Known => ({
  copies: [copy("c"), copy("w", { unsent: true }), copy("gone"), copy("no"), copy("late")],
  replies: [],
  lent: { c: lent("e"), w: lent("e"), gone: lent(null), no: lent(null), late: lent("e", 900) },
  people: [{ person: "sam", name: "Sam", enc: "", sig: "", on: "2026-11-01" }],
  events: eventsIn(LEDGER),
  refused: new Map([["no", "not-paired"]]),
  now: 1000,
  ...more,
});

test("a copy is told by what is known of it: waiting, refused, out with its openings, or over", () => {
  const found = new Map(standings(known()).map((one) => [one.copy.item, one]));
  expect([...found].map(([item, { stand }]) => `${item} ${stand}`).sort()).toEqual([
    ...["c out", "gone over", "late over", "no refused", "w waiting"],
  ]);
  expect(found.get("c")).toMatchObject({
    name: "Sam",
    opened: ["2026-11-17", "2026-11-17"],
    of: "e",
  });
  expect(found.get("no")?.code).toBe("not-paired");
  expect([found.get("gone")?.ended, found.get("late")?.ended]).toEqual(["2026-11-18", undefined]);
});

test("new keys of one's own end what was out by then, and nothing that is shared after", () => {
  const rotated = '{"n":4,"own":"a","on":"2026-11-18","event":"rotated","gen":2}';
  const later = LEDGER[0]?.replace('"c"', '"w"') ?? "";
  const events = eventsIn([...LEDGER.slice(0, 3), rotated, later]);
  const found = standings(known({ copies: [copy("c"), copy("w")], events }));
  expect(new Map(found.map(({ copy, stand, ended }) => [copy.item, [stand, ended]]))).toEqual(
    new Map([
      ["c", ["over", "2026-11-18"]],
      ["w", ["out", undefined]],
    ]),
  );
});

test("backup that nobody opened is not seen, once a weekday has begun; opened, or waiting here, it is not said", () => {
  const [out] = standings(known({ copies: [copy("c")], events: [] }));
  expect(out && [isNotSeen(out, "2026-11-16"), isNotSeen(out, "2026-11-17")]).toEqual([
    false,
    true,
  ]);
  const [seen] = standings(known({ copies: [copy("c")] }));
  const [here] = standings(known({ copies: [copy("w", { unsent: true })] }));
  expect([seen, here].map((one) => one && isNotSeen(one, "2026-11-30"))).toEqual([false, false]);
});
