import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkFile } from "./vectors.ts";

const CONTRACT = new URL("../../../tests/contract/", import.meta.url);
const OWN = readFileSync(new URL("ck1.json", CONTRACT), "utf8");
/** Letters of base64url, of codes and of digits: what a quiet change would use. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const FILES = ["ck1.json", "ck1-python.json", "ck1-typescript.json"];

test.each([...FILES, "sharing-python.json", "sharing-typescript.json"])(
  "%s opens",
  async (name) => {
    const json = readFileSync(new URL(name, CONTRACT), "utf8");
    expect(await checkFile(json)).toMatch(/open$/);
  },
);

test("vectors made by an independent script open, where they lie beside the project", async () => {
  const beside = new URL("../../../../shared/vectors/ck1.json", import.meta.url);
  const json = existsSync(beside) ? readFileSync(beside, "utf8") : OWN;
  expect(await checkFile(json)).toMatch(/open$/);
});

type Leaf = { path: (string | number)[]; value: string };

function leaves(value: unknown, path: (string | number)[] = []): Leaf[] {
  if (typeof value === "string") return value === "" ? [] : [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

function withLeaf(path: (string | number)[], value: string): string {
  const file = JSON.parse(OWN);
  const last = path.at(-1) ?? "";
  const holder = path.slice(0, -1).reduce((at, name) => at[name], file);
  holder[last] = value;
  return JSON.stringify(file);
}

test("one changed letter anywhere makes a piece fail, by name", async () => {
  const change = fc.record({
    leaf: fc.constantFrom(...leaves(JSON.parse(OWN))),
    at: fc.nat(),
    letter: fc.constantFrom(...LETTERS),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ leaf, at, letter }) => {
      const place = at % leaf.value.length;
      fc.pre(leaf.value[place] !== letter);
      const changed = leaf.value.slice(0, place) + letter + leaf.value.slice(place + 1);
      await expect(checkFile(withLeaf(leaf.path, changed))).rejects.toThrow(/^[\w.[\], ]+: /);
    }),
    { numRuns: 150 },
  );
});

test.each(["generation", "copy.valid_until"])("another number for %s fails", async (name) => {
  const file = JSON.parse(OWN);
  const holder = name.startsWith("copy.") ? file.copy : file;
  holder[name.split(".").at(-1) ?? ""] += 1;
  await expect(checkFile(JSON.stringify(file))).rejects.toThrow();
});

test("a member that is missing is named", async () => {
  const { root: _, ...rest } = JSON.parse(OWN);
  await expect(checkFile(JSON.stringify(rest))).rejects.toThrow("root: is missing");
});

test("the failing revision is named by its place", async () => {
  const file = JSON.parse(OWN);
  file.revisions[2].body = file.revisions[1].body;
  await expect(checkFile(JSON.stringify(file))).rejects.toThrow(/^revisions\[2\]\.body: /);
});
