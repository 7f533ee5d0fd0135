import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, describe, expect, test } from "vitest";
import type { Words } from "../feeds/device.ts";
import { closeAll, EMAIL, signedUp } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";
import { theDevice } from "../shell/device.ts";
import { EntryInProgress } from "./inProgress.ts";
import { newCall, withIntensity } from "./roughCall.ts";
import { momentOf } from "./words.ts";

// The same schemas and samples as the Python side reads: tests/contract/.
const CONTRACT = new URL("../../../tests/contract/", import.meta.url);

type Thing = Record<string, unknown>;
type Schema = Thing & { $id: string; required?: string[] };
type Change = { why: string; with?: Thing; without?: string[] };
type Samples = { valid: [Thing, ...Thing[]]; invalid: Change[] };

function read<Content>(path: string): Content {
  return JSON.parse(readFileSync(new URL(path, CONTRACT), "utf8"));
}

const names = readdirSync(new URL("schemas/", CONTRACT)).map((file) => file.replace(".json", ""));
const schemas = new Map(names.map((name) => [name, read<Schema>(`schemas/${name}.json`)]));
const ajv = new Ajv2020({ strictTypes: false, schemas: [...schemas.values()] });
const forms = names.filter((name) => name !== "common");

function holds(name: string, thing: unknown): boolean {
  return ajv.validate(schemas.get(name)?.$id ?? "", thing) === true;
}

function faults(name: string, thing: unknown): string[] {
  return holds(name, thing)
    ? []
    : (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function changed(sample: Thing, change: Omit<Change, "why">): Thing {
  const left = Object.entries(sample).filter(([member]) => !change.without?.includes(member));
  return { ...Object.fromEntries(left), ...change.with };
}

describe.each(forms)("the form of %s", (name) => {
  const samples = read<Samples>(`items/${name}.json`);
  const [first] = samples.valid;

  test("its samples hold", () => {
    expect(samples.valid.filter((sample) => !holds(name, sample))).toEqual([]);
  });

  test("its counter-samples do not", () => {
    const passed = samples.invalid.filter((change) => holds(name, changed(first, change)));
    expect(passed.map((change) => change.why)).toEqual([]);
  });

  test("each member that must stand there does", () => {
    const required = schemas.get(name)?.required ?? [];
    expect(required.filter((member) => holds(name, changed(first, { without: [member] })))).toEqual(
      [],
    );
  });
});

test.each(["x", "ż", "🙂"])("a text of %s holds 20,000 characters and not one more", (letter) => {
  const [encounter] = read<Samples>("items/entry-encounter.json").valid;
  expect(holds("entry-encounter", { ...encounter, text: letter.repeat(20_000) })).toBe(true);
  expect(holds("entry-encounter", { ...encounter, text: letter.repeat(20_001) })).toBe(false);
});

afterEach(closeAll);

function headerOf(body: string): Thing {
  return JSON.parse(Buffer.from(body.split(".")[0] ?? "", "base64url").toString());
}

async function faultsOf(entry: { kept: { value: { item?: string } } }): Promise<string[]> {
  const words = (await theDevice()).item(entry.kept.value.item ?? "")?.words;
  return faults(`entry-${words?.t}`, words);
}

test("a rough call that the app writes has its form at each step that is kept", async () => {
  const call = newCall(new Date());
  call.change({ trigger: ["shouting", "back-to-back"] });
  const steps = [
    withIntensity(call.members.value, 4),
    { feelings: ["shaken", "tense"] },
    { text: "Loud from the first word." },
    { aspect: "tone" } as const,
    { after: 2 },
    { close: { kind: "step", text: "" } as const },
    { close: { kind: "none" } as const },
    { ready: "shift-over" } as const,
  ];
  for (const step of steps) {
    call.change(step);
    expect(await call.keep()).toBe(true);
    expect(await faultsOf(call)).toEqual([]);
  }
  await call.finish();
  expect(await faultsOf(call)).toEqual([]);
});

test.each([
  ["check-in", { mood: 1, text: "" }],
  ["bright-spot", { bright: "kind-customer", text: "They thanked me." }],
  ["bright-spot", {}],
])("a %s that the app writes of %o has its form", async (sort, members) => {
  const entry = new EntryInProgress(sort, sort, { ...momentOf(new Date()), ...members });
  expect(await entry.keep()).toBe(true);
  expect(await faultsOf(entry)).toEqual([]);
});

test("the headers that the app lets the server see have their form", async () => {
  const server = new ModelServer();
  const { device } = await signedUp(server);
  const words: Words = { v: 1, t: "check-in", mood: 4, ...momentOf(new Date()) };
  const [first, second] = [
    await device.save({ kind: "entry", words }),
    await device.save({ kind: "entry", words, day: "2026-11-20" }),
  ];
  await device.save({ item: first.item, kind: "entry", words: { ...words, mood: 2 } });
  await device.sync();
  await device.remove(first.item, "keep-day");
  await device.remove(second.item, "forget");
  await device.save({ kind: "profile", words: { v: 1, name: "Ana" } });
  await device.sync();
  const bodies = server.feedOf(EMAIL).revs.flatMap(({ body }) => body ?? []);
  const headers = bodies.map((body) => headerOf(body));
  expect(headers.map((header) => header["del"]).sort()).toEqual(["forget", "keep-day", "no"]);
  expect(headers.flatMap((header) => faults("header", header))).toEqual([]);
});
