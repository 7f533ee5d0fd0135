import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { troubles } from "./en/troubles.ts";

const SRC = join(import.meta.dirname, "..");

/** Every code that the app's own sources throw at a screen. */
function codesThrown(): Set<string> {
  const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => readFileSync(join(SRC, name), "utf8"));
  const found = sources.flatMap((text) => [
    ...text.matchAll(/new (?:Journal|Storage)Trouble\("([a-z-]+)"/g),
  ]);
  return new Set(found.map(([, code = ""]) => code));
}

test("whatever goes wrong has a sentence of its own", () => {
  const codes = codesThrown();
  expect(codes.size).toBeGreaterThan(10);
  const known = Object.keys(troubles).map((key) => key.replace("trouble.", ""));
  expect([...codes].filter((code) => !known.includes(code))).toEqual([]);
});
