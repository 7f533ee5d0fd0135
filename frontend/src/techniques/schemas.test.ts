import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, expect, test } from "vitest";
import { closeAll } from "../feeds/modelBrowser.ts";
import type { Technique } from "../library/catalogue.ts";
import { keepShiftTimes } from "../people/workDays.ts";
import { theDevice } from "../shell/device.ts";
import { FIELDS } from "./answers.ts";
import { dropTool, keepBreathWay, keepOwnWords, pinTool } from "./kit.ts";
import { openTool } from "./opening.ts";

// The same forms as the Python side reads.
const ROOT = new URL("../../../", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
const forms = readdirSync(new URL("tests/contract/schemas/", ROOT)).map((name) =>
  read(`tests/contract/schemas/${name}`),
);
const ajv = new Ajv2020({ strictTypes: false, schemas: forms });
const ID = "https://aftershift.example/items/1/";
const tools: Technique[] = read("journal/library/data/en/techniques.json").techniques;

afterEach(closeAll);

function faults(form: string, words: unknown): string[] {
  if (ajv.validate(`${ID}${form}.json`, words)) return [];
  return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const ANSWERS: Readonly<Record<string, string>> = { due: "2026-11-23T09:00" };
const fieldsOf = (id: string) =>
  [...(FIELDS[id] ?? ["line"]), "proof"].filter((key) => key !== null);

test.each(tools)("what $id leaves behind has its form", async (tool) => {
  const run = await openTool("tool", tool, 4);
  run.start(Date.now());
  for (const key of fieldsOf(tool.id)) run.answer(key, ANSWERS[key] ?? `words for ${key}`);
  run.change({ feelings: ["hurt"], after: 2 });
  run.stop(Date.now());
  await run.conclude(1);
  const device = await theDevice();
  for (const { words } of device.items("entry")) expect(faults("entry-tool", words)).toEqual([]);
  for (const { words } of device.items("note"))
    expect(faults(`note-${words.t}`, words)).toEqual([]);
});

test("the settings a toolkit writes have their form", async () => {
  await pinTool("one-breath");
  await dropTool("their-day");
  await keepBreathWay({ holds: false });
  await keepOwnWords({ light_line: "Half of it was the printer." });
  await keepShiftTimes({ starts: "22:00", ends: "06:00" });
  const [profile] = (await theDevice()).items("profile");
  expect(faults("profile", profile?.words)).toEqual([]);
  expect(profile?.words).toMatchObject({ breath: { holds: false, vibrate: true } });
});
