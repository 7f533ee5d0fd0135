import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Phase, Technique, Trigger } from "../library/catalogue.ts";
import type { History } from "./effects.ts";
import { type Kit, mayOfferGym, offerTools, REFRAMING, type Situation } from "./offer.ts";

const DATA = new URL("../../../journal/library/data/en/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, DATA), "utf8"));
const tools: Technique[] = read("techniques.json").techniques;
const triggers: Trigger[] = read("triggers.json").triggers;
const kit: Kit = { tools, triggers: new Map(triggers.map((one) => [one.id, one])), dropped: [] };

const PHASES: Phase[] = ["before-shift", "right-after", "after-shift", "weekly-review"];
const LEVELS = [1, 2, 3, 4, 5];
const AT = new Date("2026-11-22T02:00:00Z");
const NEVER_AFTER_HARD = ["their-day", "one-small-lesson", "other-door", "light-line", "my-part"];

const minutesAgo = (n: number) => new Date(AT.getTime() - n * 60_000).toISOString();

function situation(part: Partial<Situation> = {}): Situation {
  return {
    triggers: ["shouting"],
    intensity: 3,
    phase: "right-after",
    at: AT,
    history: [],
    ...part,
  };
}

const everywhere = triggers.flatMap((trigger) =>
  LEVELS.flatMap((intensity) =>
    PHASES.map((phase) => ({
      trigger,
      asked: situation({ triggers: [trigger.id], intensity, phase }),
    })),
  ),
);

const idsOf = (asked: Situation, from: Kit = kit) => offerTools(asked, from).map(({ id }) => id);

/** So many rough calls at a trigger, each with this tool and its effect. */
function helped(technique: string, times: number, effect = 1, trigger = "shouting"): History {
  return Array.from({ length: times }, (_, n) => ({
    words: { v: 1, t: "encounter", trigger: [trigger], technique, effect, at: minutesAgo(900 + n) },
  }));
}

test("what is offered fits its own range and phase, once each, four at most", () => {
  for (const { asked } of everywhere) {
    const offered = offerTools(asked, kit);
    expect(offered.length).toBeLessThanOrEqual(4);
    expect(new Set(offered).size).toBe(offered.length);
    for (const { intensity, phases } of offered) {
      expect(phases).toContain(asked.phase);
      expect(asked.intensity).toBeGreaterThanOrEqual(intensity.min);
      expect(asked.intensity).toBeLessThanOrEqual(intensity.max);
    }
  }
});

test("there is something to offer, also when the first ones were dropped", () => {
  for (const { trigger, asked } of everywhere) {
    if (asked.phase === "weekly-review") continue; // nothing has just happened then
    expect(idsOf(asked).length, trigger.id).toBeGreaterThanOrEqual(2);
    const dropped = trigger.first_offer ?? [];
    const left = idsOf(asked, { ...kit, dropped });
    expect(left.length, trigger.id).toBeGreaterThan(0);
    expect(left.filter((id) => dropped.includes(id))).toEqual([]);
  }
});

test("after what is not okay nobody is asked for a lesson, the caller's side or cheer", () => {
  for (const { trigger, asked } of everywhere) {
    if (!trigger.safety) continue;
    const offered = idsOf(asked);
    expect(offered.filter((id) => NEVER_AFTER_HARD.includes(id))).toEqual([]);
    expect(offered.filter((id) => REFRAMING.includes(id))).toEqual([]);
    expect(offered.filter((id) => ["good-three", "soft-face"].includes(id))).toEqual([]);
    expect(mayOfferGym(asked, kit)).toBe(false);
  }
});

test("at the worst it is the body, the breath or a person, the trigger's own first", () => {
  for (const { trigger, asked } of everywhere.filter((one) => one.asked.intensity === 5)) {
    const offered = offerTools(asked, kit);
    for (const { kind } of offered) expect(["breath", "body", "social"]).toContain(kind);
    if (asked.phase === "right-after") expect(trigger.first_offer).toContain(offered[0]?.id);
  }
});

test("shaken: it settles before there are words", () => {
  for (const { asked } of everywhere.filter((one) => one.asked.intensity === 4)) {
    const [first, second] = offerTools(asked, kit);
    if (asked.phase === "weekly-review") continue;
    expect(["breath", "body"]).toContain(first?.kind);
    expect(["friend-voice", "kind-hand"]).toContain(second?.id);
  }
});

test("from 3 up nothing argues with a feeling, and only one tool of the mind follows its name", () => {
  for (const { asked } of everywhere.filter((one) => one.asked.intensity === 3)) {
    const offered = offerTools(asked, kit);
    const mind = offered.filter(({ id, kind }) => kind === "mind" && id !== "name-it");
    expect(mind.length).toBeLessThanOrEqual(1);
    expect(mind.filter(({ id }) => REFRAMING.includes(id))).toEqual([]);
    if (asked.phase === "right-after") expect(offered[0]?.id).toBe("name-it");
  }
});

test("the light line and naming keep to their sizes", () => {
  for (const { asked } of everywhere) {
    const offered = idsOf(asked);
    if (asked.intensity >= 3) expect(offered).not.toContain("light-line");
    else expect(offered).not.toContain("name-it");
    expect(mayOfferGym(asked, kit) && asked.intensity > 2).toBe(false);
  }
});

test("every offer refused: another door is tried first", () => {
  const refused = { triggers: ["every-offer-refused"] };
  expect(idsOf(situation({ ...refused, intensity: 2 }))[0]).toBe("other-door");
  expect(idsOf(situation({ ...refused, intensity: 3, named: true }))[0]).toBe("other-door");
});

test.each([1, 2, 3])(
  "within 20 minutes of a named feeling there is no lesson (size %i)",
  (size) => {
    const words = { v: 1 as const, t: "tool", technique: "name-it", at: minutesAgo(19) };
    const used = [...helped("their-day", 3), ...helped("one-small-lesson", 3)];
    const asked = { intensity: size, phase: "after-shift" as Phase };
    const soon = idsOf(situation({ ...asked, history: [{ words }, ...used] }));
    expect(soon).not.toContain("their-day");
    expect(soon).not.toContain("one-small-lesson");
    const at = new Date(AT.getTime() + 60_000);
    const later = idsOf(situation({ ...asked, at, history: [{ words }, ...used] }));
    expect(later.includes("their-day")).toBe(size < 3);
  },
);

test("a call with a feeling at 3 or more names it too, and naming is then not offered again", () => {
  const words = {
    v: 1 as const,
    t: "encounter",
    intensity: 3,
    feelings: ["hurt"],
    at: minutesAgo(1),
  };
  const used = helped("their-day", 3);
  expect(idsOf(situation({ intensity: 2, history: [{ words }, ...used] }))).not.toContain(
    "their-day",
  );
  expect(idsOf(situation({ history: [{ words }] }))).not.toContain("name-it");
  const small = { words: { ...words, intensity: 2 } };
  expect(idsOf(situation({ intensity: 2, history: [small, ...used] }))[0]).toBe("their-day");
});

describe("what helped before", () => {
  test("three times at a trigger puts a tool before the others there, and only there", () => {
    const history = helped("look-far", 3);
    for (const intensity of [1, 2, 3]) {
      expect(idsOf(situation({ intensity, history }))[0]).toBe("look-far");
    }
    expect(idsOf(situation({ intensity: 2, history: helped("look-far", 2) }))[0]).not.toBe(
      "look-far",
    );
    expect(idsOf(situation({ intensity: 2, history, triggers: ["my-slip"] }))[0]).not.toBe(
      "look-far",
    );
  });

  test("it does not break a rule: the worst stays with the body, words wait until it has settled", () => {
    const history = helped("five-senses", 5);
    expect(idsOf(situation({ intensity: 5, history }))).not.toContain("five-senses");
    const kind = helped("kind-hand", 5);
    expect(idsOf(situation({ intensity: 4, history: kind }))[1]).toBe("kind-hand");
    const breath = helped("double-sigh", 3);
    expect(idsOf(situation({ intensity: 4, history: breath }))[0]).toBe("double-sigh");
    expect(idsOf(situation({ intensity: 3, history: helped("their-day", 5) }))).not.toContain(
      "their-day",
    );
  });

  test("a tool taken out of the kit is never offered, however much it helped", () => {
    const history = helped("look-far", 5);
    const without = { ...kit, dropped: ["look-far"] };
    expect(idsOf(situation({ intensity: 2, history }), without)).not.toContain("look-far");
  });
});

test("a tool of one's own is offered like any other, but its words not after abuse", () => {
  const id = "custom-0b6f5a3e-8a54-4c0e-9a55-2f5f3b1e7a10";
  const made: Technique = {
    id,
    label: "Hum",
    kind: "mind",
    duration_s: 30,
    steps: [],
    intensity: { min: 1, max: 5 },
    phases: PHASES,
  };
  const own = { ...kit, tools: [...tools, made] };
  const history = helped(id, 3);
  expect(idsOf(situation({ intensity: 2, history }), own)[0]).toBe(id);
  const hard = helped(id, 3, 1, "threat");
  const asked = situation({ intensity: 2, history: hard, triggers: ["threat"] });
  expect(idsOf(asked, own)).not.toContain(id);
});
