import "fake-indexeddb/auto";
import { beforeAll, expect, test } from "vitest";
import { changeProfile } from "../feeds/profile.ts";
import { hideNumbers } from "../habits/settings.ts";
import { theDevice } from "../shell/device.ts";
import type { Help } from "./helps.ts";
import {
  changeSaid,
  daysSaid,
  helpedSaid,
  helpsSaid,
  hoursSaid,
  leading,
  oftenLabel,
  percentSaid,
  sizesSaid,
} from "./said.ts";
import { callOn, toolOn } from "./samples.ts";
import { patternsIn } from "./whole.ts";

const TODAY = "2026-11-22";
const rule = { zone: "UTC", dayStartHour: 4 };
const days = ["2026-11-16", "2026-11-16", "2026-11-16", "2026-11-18"];
const entries = [
  ...days.map((day) => callOn(day, "shouting", 4, { after: 2 })),
  callOn("2026-11-19", "worn-out", 3, { at: "2026-11-19T22:00:00Z" }),
  ...[1, 1, 0].map((effect) => toolOn("2026-11-20", "unclench", effect, { before: 3, after: 2 })),
];
const seen = patternsIn({ entries, period: "weeks", today: TODAY, rule });
const name = (id: string) => id.toUpperCase();
const change = { n: 3, mean: 1.25, least: 0, most: 3 };
const said = () => {
  const [tool] = seen.helps;
  if (!tool) throw new Error("a tool was used");
  return [
    hoursSaid(seen),
    daysSaid(seen),
    sizesSaid(seen.sizes),
    helpsSaid(tool, name),
    helpedSaid(tool),
    changeSaid(change),
    changeSaid({ ...change, mean: -0.5 }),
    changeSaid({ ...change, mean: 0.01 }),
    oftenLabel(4, 4),
    percentSaid("Walk", 0.62, "steady"),
  ];
};

const hide = async (hide_numbers: boolean) =>
  changeProfile(await theDevice(), () => ({ hide_numbers }));

beforeAll(() => hide(false));

test("each sentence says what its numbers are", () => {
  expect(said()).toEqual([
    "Most often between 9:00 AM and 10:00 AM: 4 of 5 calls.",
    "Most often on Monday: 3 of 5 calls.",
    "4 of 5 before, 2 afterwards, on average over 4 calls.",
    "UNCLENCH helped most: 2 of 3 times.",
    "Helped 2 of 3 times",
    "1.3 smaller on average",
    "0.5 bigger on average",
    "as big as before, on average",
    "4",
    "Walk is at 62% today: steady.",
  ]);
  expect(leading(seen.triggers, name)).toEqual({ names: "SHOUTING", n: 4 });
});

test("where numbers are not wanted there is none, but for the clock", async () => {
  await hide(true);
  expect(hideNumbers.value).toBe(true);
  const [clock, ...others] = said();
  expect(clock).toBe("Most often between 9:00 AM and 10:00 AM.");
  expect(others.join(" ")).not.toMatch(/\d/);
  expect(others).toContain("UNCLENCH helped most.");
  await hide(false);
});

test("a tool that does not help is no help, and nothing worse", () => {
  const help = (more: Partial<Help>): Help => ({ id: "x", n: 4, helped: 0, weight: -0.5, ...more });
  expect(helpsSaid(help({}), name)).toBe("No tool stands out as a help so far. That is fine.");
  expect(helpsSaid(undefined, name)).toBe(helpsSaid(help({}), name));
  expect(helpsSaid(help({ n: 0, weight: 0, change }), name)).toBe(
    "After X it was 1.3 smaller on average, over 3 times.",
  );
  expect(helpedSaid(help({}))).toBe("Was no help so far");
});
