import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mergedProfile } from "../feeds/profile.ts";
import type { Prompt } from "../library/catalogue.ts";
import { passedOnceMore, seenPrompts } from "./memory.ts";
import { minutesSinceNaming } from "./naming.ts";
import { promptsOfTheDay, type Seen } from "./picking.ts";
import { entryFor, type Known, phaseOf, promptsFor } from "./today.ts";

const DAY = "2026-11-21";
const FILE = new URL("../../../journal/library/data/en/prompts.json", import.meta.url);
const prompts: Prompt[] = JSON.parse(readFileSync(FILE, "utf8")).prompts;
const order = promptsOfTheDay(prompts, "after-shift", DAY).map(({ id }) => id);
const [first = "", second = "", third = ""] = order;

function offered(known: Partial<Known>) {
  const none = { prompts, entries: [], seen: new Map<string, Seen>(), dropped: [] };
  const found = promptsFor("after-shift", DAY, { ...none, ...known });
  return found === "tool" ? found : found[0]?.id;
}

const entry = (id: string, day: string, answer = "A line") => ({
  item: `${id} ${day}`,
  day,
  words: { v: 1 as const, t: "after-shift", prompt: { id, answer } },
});

test("the day's prompt is the server's, and another one is the next", () => {
  expect(offered({})).toBe(first);
  expect(offered({ seen: new Map([[first, { on: DAY, passes: 1 }]]) })).toBe(second);
});

test("after two that were passed over today, a tool", () => {
  const seen = new Map([first, second].map((id) => [id, { on: DAY, passes: 1 }]));
  expect(offered({ seen })).toBe("tool");
});

test("what was passed over twice in a row rests, and so does what its tool was dropped for", () => {
  const rested = new Map([[first, { on: "2026-11-01", passes: 2 }]]);
  expect(offered({ seen: rested })).toBe(second);
  const tool = prompts.find(({ id }) => id === second)?.technique_id ?? "";
  expect(offered({ seen: rested, dropped: [tool] })).toBe(third);
  expect(offered({ seen: new Map([[first, { on: "2026-10-22", passes: 2 }]]) })).toBe(first);
});

test("once answered today nothing more is asked", () => {
  expect(offered({ entries: [entry(first, DAY)] })).toBeUndefined();
  expect(offered({ entries: [entry(first, "2026-11-20")] })).toBe(first);
});

test("the phase of the day", () => {
  expect(phaseOf("day", false)).toBe("before-shift");
  expect(phaseOf("day", true)).toBe("after-shift");
  expect(phaseOf("night", false)).toBe("after-shift");
});

test("an answer is an entry of its phase", () => {
  const [prompt] = prompts as [Prompt];
  const moment = { at: "2026-11-21T08:00:00Z", tz: "UTC" };
  const before = entryFor("before-shift", prompt, "Steady", moment).words;
  expect(before).toMatchObject({ t: "before-shift", cards: [], line: "Steady" });
  const after = entryFor("after-shift", prompt, "Steady", moment).words;
  expect(after["prompt"]).toEqual({ id: prompt.id, answer: "Steady" });
});

test("what was seen: the latest day, and passes until it is answered", () => {
  const passed = { "r-ready": { on: "2026-11-10", times: 2 } };
  const seen = (...entries: ReturnType<typeof entry>[]) =>
    seenPrompts(entries, { passed }).get("r-ready");
  expect(seen()).toEqual({ on: "2026-11-10", passes: 2 });
  expect(seen(entry("r-ready", "2026-11-09"))).toEqual({ on: "2026-11-10", passes: 2 });
  expect(seen(entry("r-ready", "2026-11-12", ""))).toEqual({ on: "2026-11-12", passes: 2 });
  expect(seen(entry("r-ready", "2026-11-12"))).toEqual({ on: "2026-11-12", passes: 0 });
  const own = entry("r-ready", DAY);
  expect(seenPrompts([own], {}, own.item).size).toBe(0);
});

test("passes are counted in a row, and anew after a rest", () => {
  const after = (before?: Seen) => passedOnceMore(before, DAY).times;
  expect(after()).toBe(1);
  expect(after({ on: "2026-11-20", passes: 0 })).toBe(1);
  expect(after({ on: "2026-11-20", passes: 1 })).toBe(2);
  expect(after({ on: "2026-10-01", passes: 2 })).toBe(1);
});

test("two phones that passed over the same prompt: the later day counts", () => {
  const on = (day: string, times: number) => ({ v: 1 as const, passed: { a: { on: day, times } } });
  const merged = { a: { on: "2026-11-21", times: 1 } };
  const [older, later] = [on("2026-11-20", 2), on("2026-11-21", 1)];
  expect(mergedProfile([older, later])["passed"]).toEqual(merged);
  expect(mergedProfile([later, older])["passed"]).toEqual(merged);
});

test("naming holds only where it was big", () => {
  const at = new Date("2026-11-21T22:10:00Z");
  const call = (members: object) => ({
    ...{ item: "i", rev: "r", kind: "entry", unsent: false, others: [] },
    words: { v: 1 as const, at: "2026-11-21T22:00:00Z", ...members },
  });
  const feelings = ["angry"];
  expect(minutesSinceNaming([call({ feelings, intensity: 3 })], at)).toBe(10);
  expect(minutesSinceNaming([call({ feelings, intensity: 2 })], at)).toBeUndefined();
  expect(minutesSinceNaming([call({ technique: "name-it" })], at)).toBe(10);
  expect(minutesSinceNaming([], at, true)).toBe(0);
});
