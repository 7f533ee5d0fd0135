import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Phase, Prompt, Trigger } from "../library/catalogue.ts";
import * as picking from "./picking.ts";
import { candidates, offers, pick, promptsOfTheDay, type Situation, seedOf } from "./picking.ts";

const ROOT = new URL("../../../", import.meta.url);
const read = <Content>(path: string): Content =>
  JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
const LIBRARY = "journal/library/data/en/";

type Safety = Trigger["safety"];
type Told = {
  item: string;
  phase: Phase;
  day: string;
  triggers: string[];
  intensity: number | null;
  at_night: boolean;
  minutes_since_naming: number | null;
  is_last: boolean;
  seen: Record<string, [string, number]>;
  helped: string[];
  dropped: string[];
};
type Case = { situation: Told; many: number; first: string[]; passed: string[]; picked: string };
type Known = {
  rules: Record<string, unknown>;
  seeds: Record<string, number>;
  own: Record<string, Safety>;
  cases: Case[];
  days: { phase: Phase; day: string; first: string[] }[];
  every: { item: string; digests: Record<Phase, number> };
};

const KNOWN = read<Known>("tests/contract/prompts.json");
const prompts = read<{ prompts: Prompt[] }>(`${LIBRARY}prompts.json`).prompts;
const triggers = read<{ triggers: { id: string; safety: Safety }[] }>(`${LIBRARY}triggers.json`);
const safety = new Map<string, Safety>([
  ...triggers.triggers.map((one): [string, Safety] => [one.id, one.safety]),
  ...Object.entries(KNOWN.own),
]);
const words = { prompts, safety };
const PHASES = Object.keys(KNOWN.every.digests) as Phase[];
const ids = (some: readonly Prompt[]) => some.map(({ id }) => id);

function situationOf(told: Told): Situation {
  const seen = Object.entries(told.seen).map(([id, [on, passes]]): [string, picking.Seen] => [
    id,
    { on, passes },
  ]);
  return {
    item: told.item,
    phase: told.phase,
    day: told.day,
    triggers: told.triggers,
    intensity: told.intensity ?? undefined,
    atNight: told.at_night,
    minutesSinceNaming: told.minutes_since_naming ?? undefined,
    isLast: told.is_last,
    seen: new Map(seen),
    helped: new Set(told.helped),
    dropped: new Set(told.dropped),
  };
}

test("seeds", () => {
  for (const [text, seed] of Object.entries(KNOWN.seeds)) expect(seedOf(text)).toBe(seed);
});

test("the numbers and the lists", () => {
  expect({
    lately_days: picking.LATELY_DAYS,
    rest_days: picking.REST_DAYS,
    passes_before_rest: picking.PASSES_BEFORE_REST,
    passes_before_a_tool: picking.PASSES_BEFORE_A_TOOL,
    naming_holds_minutes: picking.NAMING_HOLDS_MINUTES,
    seldom: picking.SELDOM,
    after_hard: picking.AFTER_HARD.toSorted(),
    no_details_after: picking.NO_DETAILS_AFTER.toSorted(),
    asks_for_details: picking.ASKS_FOR_DETAILS.toSorted(),
    cheer: picking.CHEER.toSorted(),
    not_after_naming: picking.NOT_AFTER_NAMING.toSorted(),
  }).toEqual(KNOWN.rules);
});

test("what is offered in many situations", () => {
  expect(KNOWN.cases.length).toBeGreaterThan(50);
  for (const { situation: told, many, first, passed, picked } of KNOWN.cases) {
    const situation = situationOf(told);
    const order = ids(offers(words, situation));
    expect([order.length, order.slice(0, first.length)]).toEqual([many, first]);
    const found = pick(words, situation, passed);
    expect(found === "tool" ? found : found.id).toBe(picked);
  }
});

test("the prompt of a day", () => {
  for (const { phase, day, first } of KNOWN.days) {
    expect(ids(promptsOfTheDay(prompts, phase, day)).slice(0, first.length)).toEqual(first);
  }
});

test.each(PHASES)("every trigger and size of the phase %s", (phase) => {
  const orders = [...safety.keys()].sort().flatMap((trigger) =>
    [1, 2, 3, 4, 5].map((intensity) => {
      const situation = { item: KNOWN.every.item, phase, day: "2026-11-21", intensity };
      return ids(offers(words, { ...situation, triggers: [trigger] })).join(" ");
    }),
  );
  expect(seedOf(orders.join("\n"))).toBe(KNOWN.every.digests[phase]);
});

const trigger = fc.constantFrom(...safety.keys());
const situations = fc.record({
  item: fc.uuid(),
  phase: fc.constantFrom(...PHASES),
  day: fc.constant("2026-11-21"),
  triggers: fc.uniqueArray(trigger, { maxLength: 3 }),
  intensity: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  atNight: fc.boolean(),
  minutesSinceNaming: fc.option(fc.nat(40), { nil: undefined }),
  isLast: fc.boolean(),
});
const REFRAMING = ["their-day", "one-small-lesson", "other-door", "light-line"];

test.each(PHASES)("in the phase %s there is a choice, and a way to end forward", (phase) => {
  for (const [id, how] of safety) {
    for (const intensity of [1, 2, 3, 4, 5]) {
      const situation = { item: "seed", phase, day: "2026-11-21", triggers: [id], intensity };
      expect(candidates(words, situation).length).toBeGreaterThanOrEqual(how ? 3 : 5);
      expect(pick(words, { ...situation, isLast: true })).toMatchObject({ ends_forward: true });
    }
  }
});

test("after what was not okay nobody is asked for a lesson, the other side or the details", () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const isHard = situation.triggers.some((id) => safety.get(id));
      const isWorst = situation.triggers.some((id) => picking.NO_DETAILS_AFTER.includes(id));
      const isNaming = (situation.minutesSinceNaming ?? 99) < 20;
      for (const { id, technique_id: tool } of offers(words, situation)) {
        expect(isHard && REFRAMING.includes(tool)).toBe(false);
        expect(isWorst && picking.ASKS_FOR_DETAILS.includes(id)).toBe(false);
        expect(isWorst && picking.CHEER.includes(tool)).toBe(false);
        expect(isNaming && ["their-day", "one-small-lesson"].includes(tool)).toBe(false);
      }
    }),
  );
});

test("another one is the next, whatever the order of the data, and after two comes a tool", () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const order = offers({ prompts: prompts.toReversed(), safety }, situation);
      const [first, second] = order;
      expect(pick(words, situation)).toEqual(first ?? "tool");
      expect(pick(words, situation, first ? [first.id] : [])).toEqual(second ?? "tool");
      expect(pick(words, situation, ids(order.slice(0, 2)).concat("x").slice(0, 2))).toBe("tool");
    }),
  );
});
