import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

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
