import { expect, test } from "vitest";
import { byEffect, effectsAt, effectsOf, type History, provenAt, weightOf } from "./effects.ts";

type Members = Record<string, unknown>;
const entry = (t: string, at: string, rest: Members): History[number] => ({
  words: { v: 1, t, at: `2026-11-21T${at}:00Z`, ...rest },
});
const tool = (at: string, technique: string, effect?: number) =>
  entry("tool", at, { technique, ...(effect === undefined ? {} : { effect }) });
const call = (at: string, trigger: string, rest: Members = {}) =>
  entry("encounter", at, { trigger: [trigger], ...rest });

test("the mean of what was said, over tools and rough calls; what was not rated does not count", () => {
  const history = [
    tool("10:00", "walk", 1),
    tool("11:00", "walk", 0),
    tool("12:00", "walk"),
    call("13:00", "shouting", { technique: "walk", effect: -1 }),
  ];
  expect(effectsOf(history).get("walk")).toEqual({ n: 3, mean: 0, helped: 1 });
});

test("a tool done in a rough call is told by both and counts once", () => {
  const history = [
    call("10:00", "shouting", { technique: "sigh", effect: 1 }),
    tool("10:02", "sigh", 1),
    tool("15:00", "sigh", 1),
  ];
  expect(effectsOf(history).get("sigh")?.n).toBe(2);
  expect(effectsAt(history, ["shouting"]).get("sigh")?.n).toBe(1);
});

test("a tool belongs to the call it soon followed, and to its trigger", () => {
  const history = [call("10:00", "threat"), tool("10:30", "sigh", 1), tool("10:31", "walk", 1)];
  expect([...effectsAt(history, ["threat"]).keys()]).toEqual(["sigh"]);
  expect(effectsAt(history, ["shouting"]).size).toBe(0);
  expect(effectsAt([tool("09:59", "sigh", 1), call("10:00", "threat")], ["threat"]).size).toBe(0);
});

test("three times helped is what counts, not three times used", () => {
  const at = ["10:01", "10:02", "10:03"];
  const mixed = [1, 0, 1].map((effect, n) => tool(at[n] ?? "", "sigh", effect));
  const good = at.map((minute) => tool(minute, "walk", 1));
  expect(provenAt([call("10:00", "threat"), ...mixed, ...good], ["threat"])).toEqual(["walk"]);
});

test("one good time does not beat nine of ten, and what did not help comes last", () => {
  const effects = new Map([
    ["once", { n: 1, mean: 1, helped: 1 }],
    ["often", { n: 10, mean: 0.9, helped: 9 }],
    ["never", { n: 2, mean: -1, helped: 0 }],
  ]);
  const tools = ["never", "new", "once", "often"].map((id) => ({ id }));
  expect(byEffect(tools, effects).map(({ id }) => id)).toEqual(["often", "once", "new", "never"]);
  expect(weightOf(undefined)).toBe(0);
});
