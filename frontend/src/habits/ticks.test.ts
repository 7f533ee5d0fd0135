import { afterEach, expect, test } from "vitest";
import type { OpenItem } from "../feeds/device.ts";
import { closeAll } from "../feeds/modelBrowser.ts";
import { theDevice } from "../shell/device.ts";
import { tickLinkedHabits, ticksFor } from "./ticks.ts";

afterEach(closeAll);

const NOW = new Date("2026-11-21T22:10:00Z");
const DAY = "2026-11-21";

function habit(item: string, words: Record<string, unknown>): OpenItem {
  return {
    item,
    rev: item,
    kind: "habit",
    words: { v: 1, name: item, ...words },
    unsent: false,
    others: [],
  };
}

const habits = [
  habit("linked", { technique: "long-exhale" }),
  habit("also-linked", { technique: "long-exhale", archived: false }),
  habit("archived", { technique: "long-exhale", archived: true }),
  habit("other", { technique: "box-breath" }),
  habit("none", {}),
];

test("a finished technique ticks every active habit linked to it, once that day", () => {
  const mark = { item: "t", kind: "tick", of: "linked", day: DAY, written: DAY };
  const of = (marks: (typeof mark)[]) =>
    ticksFor("long-exhale", DAY, { habits, marks }, NOW).map((change) => change.of);
  expect(of([])).toEqual(["linked", "also-linked"]);
  expect(of([mark])).toEqual(["also-linked"]);
  expect(of([{ ...mark, day: "2026-11-20" }])).toEqual(["linked", "also-linked"]);
  expect(of([{ ...mark, kind: "entry" }])).toEqual(["linked", "also-linked"]);
});

test("a tick stands on the day the technique was finished", () => {
  const [first] = ticksFor("box-breath", "2026-11-20", { habits, marks: [] }, NOW);
  expect(first).toEqual({
    kind: "tick",
    of: "other",
    day: "2026-11-20",
    words: { v: 1, at: "2026-11-21T22:10:00Z", tz: expect.any(String) },
  });
});

test("on the device it is written, and a second time changes nothing", async () => {
  const device = await theDevice();
  const words = { v: 1 as const, name: "Breathe out", technique: "long-exhale" };
  const { item } = await device.save({ kind: "habit", words });
  expect(await tickLinkedHabits("long-exhale")).toEqual(["Breathe out"]);
  expect(await tickLinkedHabits("long-exhale")).toEqual([]);
  expect(device.items("tick").map((tick) => tick.of)).toEqual([item]);
});
