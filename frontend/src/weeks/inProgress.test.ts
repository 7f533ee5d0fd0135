import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, expect, test } from "vitest";
import { closeAll } from "../feeds/modelBrowser.ts";
import type { Prompt, Trigger } from "../library/catalogue.ts";
import { candidates } from "../prompts/picking.ts";
import { theDevice } from "../shell/device.ts";
import { changesOf, type Looking, listFor, WeekInProgress } from "./inProgress.ts";

const ROOT = new URL("../../../", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
const forms = readdirSync(new URL("tests/contract/schemas/", ROOT)).map((name) =>
  read(`tests/contract/schemas/${name}`),
);
const ajv = new Ajv2020({ strictTypes: false, schemas: forms });
const holds = (form: string, words: unknown) =>
  ajv.validate(`https://aftershift.example/items/1/${form}.json`, words);
const prompts: Prompt[] = read("journal/library/data/en/prompts.json").prompts;
const weekly = prompts.filter(({ phase }) => phase === "weekly-review").map(({ id }) => id);

afterEach(closeAll);

const look: Looking = {
  ...{ at: "2026-11-20T18:00:00Z", tz: "Europe/Berlin", iso_week: "2026-W47" },
  ...{ note: "n", entry: "e", list: "l" },
};

test("a look in which nothing was said is a note of its week, and no more", () => {
  expect(changesOf(look, undefined)).toEqual([
    { item: "n", kind: "note", words: { v: 1, t: "week", iso_week: "2026-W47" } },
  ]);
  expect(holds("note-week", changesOf(look, undefined)[0]?.words)).toBe(true);
});

test("looked at again, what was picked before stays until something else is", () => {
  const before = { words: { v: 1 as const, t: "week", iso_week: "2026-W47", picked: ["a"] } };
  expect(changesOf(look, before)[0]?.words["picked"]).toEqual(["a"]);
  const again = { ...look, ready: "shouting", helped: "long-exhale", share: false };
  const [note] = changesOf(again, before);
  expect(note?.words).toMatchObject({ picked: ["shouting", "long-exhale"], share: false });
  expect(holds("note-week", note?.words)).toBe(true);
});

test.each(weekly)("the answer to %s is an entry, and stands in its list where it has one", (id) => {
  const [, entry, note, ...more] = changesOf(
    { ...look, prompt: { id, answer: " Sam " } },
    undefined,
  );
  expect(entry).toMatchObject({ kind: "entry", words: { prompt: { id, answer: "Sam" } } });
  expect(holds("entry-after-shift", entry?.words)).toBe(true);
  expect([note?.words.t, more]).toEqual([listFor(id), []]);
  if (note) expect(holds(`note-${note.words.t}`, note.words)).toBe(true);
});

test("what helps somebody new, what to learn and whom to ask each stand in their list", () => {
  expect(["w-teach", "w-learn", "w-mentor", "w-only-work", "w-people"].map(listFor)).toEqual([
    "for-somebody-new",
    "read-next",
    "whom-to-ask",
    "ask-work",
    undefined,
  ]);
});

test("after any week it may be asked who gave strength, and that leads to a line of thanks", () => {
  const { triggers } = read("journal/library/data/en/triggers.json") as { triggers: Trigger[] };
  const safety = new Map(triggers.map((one) => [one.id, one.safety]));
  const phase = "weekly-review";
  for (const { id } of triggers) {
    const found = candidates(
      { prompts, safety },
      { item: "2026-W47", phase, day: "2026-11-20", triggers: [id] },
    );
    expect(found.find((one) => one.id === "w-people")?.technique_id).toBe("thank-someone");
  }
});

test("the look is kept whole or not at all, and the same after a second try", async () => {
  const begun = WeekInProgress.begun(new Date("2026-11-20T18:00:00Z"), "2026-W47", undefined);
  begun.change({ ready: "shouting", prompt: { id: "w-good-line", answer: "Let me look." } });
  const wrote = [await begun.over(undefined), await begun.over(undefined)];
  expect(wrote).toEqual([true, true]);
  const device = await theDevice();
  expect(device.items("entry")).toHaveLength(1);
  expect(
    device
      .items("note")
      .map(({ words }) => words.t)
      .sort(),
  ).toEqual(["phrase", "week"]);
});
