import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { keptDraft } from "../entries/inProgress.ts";
import { closeAll } from "../feeds/modelBrowser.ts";
import type { Technique } from "../library/catalogue.ts";
import { entries, theDevice } from "../shell/device.ts";
import { effectsOf } from "./effects.ts";
import { allTools, chosenName, dropTool, isOwn, lightLine, pinned, pinTool } from "./kit.ts";
import { openTool, stillRunning } from "./opening.ts";
import { DRAFT, type ToolInProgress } from "./running.ts";
import { progressOf } from "./Timed.tsx";

const DATA = new URL("../../../journal/library/data/en/techniques.json", import.meta.url);
const tools: Technique[] = JSON.parse(readFileSync(DATA, "utf8")).techniques;
const tool = (id: string) => tools.find((one) => one.id === id) as Technique;
const NOW = Date.parse("2026-11-22T02:00:00Z");

afterEach(async () => {
  const device = await theDevice();
  await device.dropDraft(DRAFT);
  for (const { item } of [...device.items()]) await device.remove(item, "forget");
  await closeAll();
});

const kept = async (kind = "entry") => (await theDevice()).items(kind).map(({ words }) => words);

async function done(id: string, effect?: number): Promise<ToolInProgress> {
  const run = await openTool(DRAFT, tool(id));
  run.start(NOW);
  run.stop(NOW + 42_400);
  await run.conclude(effect);
  return run;
}

test("a finished tool is an entry: which, how long, whether it helped", async () => {
  await done("long-exhale", 1);
  const [words, ...more] = await kept();
  expect(more).toEqual([]);
  expect(words).toEqual({
    v: 1,
    t: "tool",
    technique: "long-exhale",
    seconds: 42,
    effect: 1,
    at: "2026-11-22T02:00:00Z",
    tz: expect.any(String),
  });
  expect(await keptDraft(DRAFT)).toBeUndefined();
});

test("how big before and now come into the same entry", async () => {
  const run = await done("seed-breath", 0);
  run.change({ before: 4 });
  run.change({ after: 2 });
  await run.finish();
  expect(await kept()).toMatchObject([{ effect: 0, before: 4, after: 2 }]);
  expect(await keptDraft(DRAFT)).toBeUndefined();
});

test("it ticks the habit that is linked to it", async () => {
  const words = { v: 1 as const, name: "Breathe out", technique: "long-exhale" };
  const { item } = await (await theDevice()).save({ kind: "habit", words });
  const run = await done("long-exhale");
  expect(run.ticked.value).toEqual(["Breathe out"]);
  expect((await theDevice()).items("tick").map(({ of }) => of)).toEqual([item]);
});

test("a walk goes on while it is left, by its instants; a day later its time is simply up", async () => {
  const walk = await openTool(DRAFT, tool("short-walk"));
  walk.start(NOW);
  await walk.leave(NOW + 1_000);
  expect(await stillRunning(DRAFT)).toEqual({ technique: "short-walk", ends: NOW + 300_000 });
  const back = await openTool(DRAFT, tool("short-walk"));
  expect(back.step).toBe("doing");
  expect(progressOf(back.run, NOW + 150_000)).toBe(0.5);
  expect(progressOf(back.run, NOW + 86_400_000)).toBe(1);
  expect(progressOf(back.run, NOW - 60_000)).toBe(0);
});

test("a breath that is left leaves nothing; one that is done is kept without an answer", async () => {
  const breath = await openTool(DRAFT, tool("long-exhale"));
  breath.start(NOW);
  await breath.leave(NOW + 5_000);
  expect(await keptDraft(DRAFT)).toBeUndefined();
  expect(await kept()).toEqual([]);
  await breath.sealDraft(); // as if the page had gone before it was dropped
  const again = await openTool(DRAFT, tool("long-exhale"));
  expect(again.step).toBe("intro");
  again.start(NOW);
  again.stop(NOW + 60_000);
  await again.leave(NOW + 61_000);
  expect(await kept()).toMatchObject([{ technique: "long-exhale", seconds: 60 }]);
});

test("words that were left are there again, and are kept when another tool is opened", async () => {
  const sides = await openTool(DRAFT, tool("two-sides"));
  sides.start(NOW);
  sides.answer("doubt", "Am I any good at this?");
  await sides.leave(NOW + 1_000);
  const back = await openTool(DRAFT, tool("two-sides"));
  expect(back.run.answers).toEqual({ doubt: "Am I any good at this?" });
  await back.leave(NOW + 2_000);
  const other = await openTool(DRAFT, tool("one-breath"));
  expect(other.step).toBe("intro");
  expect(await kept()).toMatchObject([{ technique: "two-sides", line: "Am I any good at this?" }]);
});

test("a note is written with its entry, once, also when it is kept again", async () => {
  const run = await openTool(DRAFT, tool("next-step-note"));
  run.start(NOW);
  run.answer("step", "Call them back");
  run.stop(NOW + 9_000);
  await run.conclude(1);
  await run.finish();
  expect(await kept("note")).toMatchObject([{ t: "follow-up", text: "Call them back" }]);
  expect(await kept()).toMatchObject([{ line: "Call them back" }]);
});

test("the name and the light line are there the next time", async () => {
  const run = await openTool(DRAFT, tool("friend-voice"));
  run.start(NOW);
  run.answer("name", "Sam");
  run.answer("light", "Nobody dies of a late parcel");
  run.stop(NOW + 9_000);
  await run.conclude();
  expect([chosenName.value, lightLine.value]).toEqual(["Sam", "Nobody dies of a late parcel"]);
});

test("five are at hand, no more; what is taken out is not at hand either", async () => {
  for (const { id } of tools.slice(0, 6)) await pinTool(id);
  expect(pinned.value).toEqual(tools.slice(0, 5).map(({ id }) => id));
  await dropTool(tools[0]?.id ?? "");
  expect(pinned.value).toHaveLength(4);
});

test("a tool of one's own runs, is timed and rated like a built-in one", async () => {
  const words = { v: 1 as const, t: "own-tool", name: "Hum a song", seconds: 30, kind: "body" };
  const { item } = await (await theDevice()).save({ kind: "note", words });
  const own = allTools.value.find(isOwn);
  expect(own).toMatchObject({ id: `custom-${item}`, label: "Hum a song", duration_s: 30 });
  const run = await openTool(DRAFT, own as Technique);
  run.start(NOW);
  expect(progressOf(run.run, NOW + 15_000)).toBe(0.5);
  run.stop(NOW + 30_000);
  await run.conclude(1);
  expect(effectsOf(entries.value).get(`custom-${item}`)).toEqual({ n: 1, mean: 1, helped: 1 });
});
