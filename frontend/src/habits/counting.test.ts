import { afterEach, beforeEach, expect, test } from "vitest";
import { closeAll, EMAIL, signedUp } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";
import { dayAfter } from "../streaks/day.ts";
import { remembering, streaksOf } from "./counting.ts";

const TODAY = "2026-11-21";
const NOTHING = { habits: [], schedules: [], off: [] };

const entryOn = (day: string) => ({ item: day, kind: "entry", day, written: day });
const lastDays = (n: number) => Array.from({ length: n }, (_, at) => entryOn(dayAfter(TODAY, -at)));

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

test("facts go to the server in clear, and come back on another phone", async () => {
  const { device } = await signedUp(server);
  const pub = { pattern: { type: "weekly", days: [1, 2] }, made_on: TODAY, n: 1 };
  const saved = await device.save({ kind: "schedule", words: { v: 1 }, pub });
  await device.sync();
  expect(device.item(saved.item)?.pub).toEqual(pub);
  const [sent] = server.feedOf(EMAIL).revs.filter(({ kind }) => kind === "schedule");
  const header = Buffer.from(sent?.body?.split(".")[0] ?? "", "base64url").toString();
  expect(JSON.parse(header)).toMatchObject({ kind: "schedule", pub });
});

test("a day stays when the words of its entry go, and goes when it is to be forgotten", async () => {
  const { device } = await signedUp(server);
  const words = { v: 1 as const, t: "check-in", mood: 4 };
  const [one, other] = [
    await device.save({ kind: "entry", words, day: TODAY }),
    await device.save({ kind: "entry", words, day: dayAfter(TODAY, -1) }),
  ];
  const run = () => streaksOf(device.marks(), NOTHING, TODAY).journaling.streak.current;
  expect(run()).toBe(2);
  await device.remove(one.item, "keep-day");
  expect(run()).toBe(2);
  await device.remove(other.item, "forget");
  expect(run()).toBe(1);
});

test("a rest day is no miss, and a day off covers the habits too", () => {
  const fact = (item: string, kind: string, pub: object) => ({
    ...{ item, rev: item, kind, words: { v: 1 as const }, unsent: false, others: [] },
    pub: { made_on: "2026-11-01", ...pub },
  });
  const habits = [fact("h", "habit", {})];
  const schedules = [fact("s", "schedule", { pattern: { type: "none" }, n: 1 })];
  const off = [fact("o", "off", { from: TODAY, to: TODAY })];
  const state = (facts: Partial<typeof NOTHING>) => {
    const { journaling, habits: each } = streaksOf(
      [entryOn("2026-11-15"), { ...entryOn("2026-11-15"), kind: "tick", of: "h" }],
      { ...NOTHING, habits, ...facts } as never,
      TODAY,
    );
    return [journaling.streak.state, each.get("h")?.streak.state, journaling.streak.current];
  };
  expect(state({})).toEqual(["none", "none", 0]);
  expect(state({ schedules } as never)).toEqual(["rest-today", "rest-today", 1]);
  expect(state({ off } as never)).toEqual(["none", "none", 0]);
});

test("five thousand entries are counted once, until one of them changes", () => {
  const count = remembering();
  const marks = lastDays(5000);
  const first = count(marks, NOTHING, TODAY);
  expect(first.journaling.streak.current).toBe(5000);
  expect(count(marks, { ...NOTHING }, TODAY)).toBe(first);
  expect(count([...marks], NOTHING, TODAY)).not.toBe(first);
  expect(count(marks, NOTHING, dayAfter(TODAY, 1))).not.toBe(first);
});
