import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkFile, type Vector } from "./vectors.ts";

const OWN = readFileSync(new URL("../../../tests/contract/streaks.json", import.meta.url), "utf8");
const FILE = JSON.parse(OWN);
const VECTORS: Vector[] = FILE.vectors;

function changed(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${value}Z`;
}

function withVectors(vectors: unknown[], scores: unknown[] = []): string {
  return JSON.stringify({ ...FILE, vectors, score_vectors: scores });
}

test("every vector comes out", () => {
  expect(checkFile(OWN)).toBe(
    `${VECTORS.length} streaks and ${FILE.score_vectors.length} scores come out`,
  );
});

test("vectors agreed on by an independent script come out, where they lie beside the project", () => {
  const beside = new URL("../../../../shared/vectors/streaks.json", import.meta.url);
  expect(checkFile(existsSync(beside) ? readFileSync(beside, "utf8") : OWN)).toMatch(/come out$/);
});

test.each(VECTORS)("a changed expectation of $id fails by name", (vector) => {
  for (const [name, value] of Object.entries(vector.expect)) {
    const wrong = { ...vector, expect: { ...vector.expect, [name]: changed(value) } };
    expect(() => checkFile(withVectors([wrong]))).toThrow(`${vector.id}.expect.${name}: `);
  }
});

test.each(FILE.score_vectors as { id: string; expect: number }[])(
  "a changed score of $id fails by name",
  (vector) => {
    for (const step of [0.0001, -0.0001]) {
      const wrong = { ...vector, expect: vector.expect + step };
      expect(() => checkFile(withVectors([], [wrong]))).toThrow(`${vector.id}.expect: `);
    }
  },
);

test.each(Object.keys(FILE.options))("another constant for %s fails by name", (name) => {
  const options = { ...FILE.options, [name]: FILE.options[name] + 1 };
  expect(() => checkFile(JSON.stringify({ ...FILE, options }))).toThrow(`options.${name}: `);
});

test("a file that says nothing is refused", () => {
  const [vector] = VECTORS;
  const files = ["", "[]", "{}", withVectors([]), withVectors([{ ...vector, expect: {} }])];
  for (const file of files) expect(() => checkFile(file)).toThrow();
});
