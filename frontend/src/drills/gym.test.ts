import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Drill } from "../library/catalogue.ts";
import { drillsAfter, drillsFor, nextDrill, TAGS, timesDone } from "./gym.ts";

const GYM = new URL("../../../journal/library/data/en/phrase_gym.json", import.meta.url);
const drills: Drill[] = JSON.parse(readFileSync(GYM, "utf8")).drills;
const done = (drill: string) => ({ words: { v: 1 as const, t: "tool", drill } });

test("every tag of the library can be chosen, and each leads to a drill", () => {
  expect([...new Set(drills.flatMap(({ tags }) => tags))].sort()).toEqual([...TAGS].sort());
  for (const tag of TAGS) expect(drillsFor(tag, drills)).not.toEqual([]);
  expect(drillsFor("", drills)).toEqual(drills);
});

test("options can be practised: a choice, and a time", () => {
  for (const tag of ["choice", "when"]) {
    const own = drillsFor(tag, drills);
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(own.every(({ tags }) => tags.includes(tag))).toBe(true);
  }
});

test("to see how they feel there are nine drills", () => {
  expect(drillsFor("acknowledge", drills)).toHaveLength(9);
});

describe("the one for now", () => {
  test("is an easy one, then one not done yet, and never the hardest by rank alone", () => {
    const first = nextDrill(drills, []);
    expect(first?.level).toBe(1);
    expect(nextDrill(drills, [done(first?.id ?? "")])?.id).not.toBe(first?.id);
    const easy = drills.filter(({ level }) => level === 1).map(({ id }) => done(id));
    expect(nextDrill(drills, easy)?.level).toBe(2);
  });

  test("is never one that carries a note about what it holds", () => {
    const open = drills.filter((drill) => !drill.content_note);
    const history = open.flatMap(({ id }) => Array.from({ length: 9 }, () => done(id)));
    expect(open.length).toBeLessThan(drills.length);
    expect(nextDrill(drills, history)?.content_note).toBeUndefined();
  });

  test("after a no it is about a no", () => {
    const about = drillsAfter(["had-to-say-no"], drills);
    expect(nextDrill(about, [])?.trigger_ids).toContain("had-to-say-no");
    expect(nextDrill(drillsAfter(["my-own"], drills), [])).toBeUndefined();
  });
});

test("a technique that was done is no drill", () => {
  const words = { v: 1 as const, t: "tool", technique: "one-breath" };
  expect(timesDone([{ words }, done("late-fee"), done("late-fee")])).toEqual(
    new Map([["late-fee", 2]]),
  );
});
