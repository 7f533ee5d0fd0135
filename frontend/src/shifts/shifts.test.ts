import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, expect, test } from "vitest";
import { limitLine } from "../entries/limitLine.ts";
import { closeAll } from "../feeds/modelBrowser.ts";
import type { Prompt } from "../library/catalogue.ts";
import { theDevice } from "../shell/device.ts";
import { AfterInProgress, GOOD, mayAskForGood } from "./after.ts";
import { BeforeInProgress, CARDS, stepAfter } from "./before.ts";

// The same forms and words as the Python side reads.
const ROOT = new URL("../../../", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
const forms = readdirSync(new URL("tests/contract/schemas/", ROOT)).map((name) =>
  read(`tests/contract/schemas/${name}`),
);
const ajv = new Ajv2020({ strictTypes: false, schemas: forms });
const holds = (form: string, words: unknown) =>
  ajv.validate(`https://aftershift.example/items/1/${form}.json`, words);
const library = "journal/library/data/en/";

afterEach(closeAll);

const wordsOf = async (item: string | undefined) => (await theDevice()).item(item ?? "")?.words;

test("the five points are told by tools of the library, in order, or one alone", () => {
  const tools = read(`${library}techniques.json`).techniques.map(({ id }: { id: string }) => id);
  for (const { technique } of CARDS) if (technique) expect(tools).toContain(technique);
  const [first, second] = CARDS;
  expect([stepAfter(first, { all: true }), stepAfter(first, {})]).toEqual([second.id, "end"]);
  expect(stepAfter(CARDS[4], { all: true })).toBe("end");
});

test("before: the cards and the line are kept, and the limit line where a rough call looks", async () => {
  const entry = BeforeInProgress.begun(new Date());
  await entry.leave();
  expect(entry.kept.value.item).toBeUndefined();
  for (const card of CARDS) entry.took(card);
  entry.change({
    all: true,
    line: "So what you need is …",
    limit: "This far, then I end the call.",
  });
  await entry.leave();
  const words = await wordsOf(entry.kept.value.item);
  expect(words).toMatchObject({ cards: CARDS.map(({ id }) => id), line: "So what you need is …" });
  for (const member of ["limit", "limitItem", "all"]) expect(words).not.toHaveProperty(member);
  const all = (await theDevice()).items("entry");
  expect(limitLine(all)).toBe("This far, then I end the call.");
  expect(all.filter(({ words }) => !holds("entry-before-shift", words))).toEqual([]);
});

test.each([0, 1, 2, 3])("after: %i good things are kept", async (n) => {
  const entry = AfterInProgress.begun(new Date());
  for (let line = 0; line < n; line += 1) entry.say(line, `good ${line}`);
  await entry.over();
  const words = await wordsOf(entry.kept.value.item);
  expect(words?.["good"] ?? []).toHaveLength(n);
  expect([words?.["over"], holds("entry-after-shift", words)]).toEqual([true, true]);
});

test("after: what is parked becomes next steps, and no word of the rest goes", async () => {
  const entry = AfterInProgress.begun(new Date());
  entry.toggle("A kind caller");
  entry.change({ parks: true, parked: "Ask about the rota\nReturn the badge" });
  await entry.over();
  await entry.over();
  const words = await wordsOf(entry.kept.value.item);
  expect(words).toMatchObject({
    good: ["A kind caller"],
    parked: "Ask about the rota\nReturn the badge",
  });
  const notes = (await theDevice()).items("note").map(({ words: note }) => note["text"]);
  expect(notes.toSorted()).toEqual(["Ask about the rota", "Return the badge"]);
});

test("nobody is asked for cheer after what is not okay, or while it is as big as it gets", () => {
  const prompts: Prompt[] = read(`${library}prompts.json`).prompts;
  const good = prompts.find(({ id }) => id === GOOD);
  expect(mayAskForGood({ triggers: ["shouting"], intensity: 4 }, good)).toBe(true);
  expect(mayAskForGood({ triggers: ["shouting"], intensity: 5 }, good)).toBe(false);
  expect(mayAskForGood({ triggers: ["shouting", "threat"], intensity: 2 }, good)).toBe(false);
  expect(mayAskForGood({ triggers: [], intensity: undefined }, undefined)).toBe(false);
});
