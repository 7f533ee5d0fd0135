import { expect, test } from "vitest";
import { limitLine } from "./limitLine.ts";

const asked = (id: string, line?: string) => ({
  words: { v: 1 as const, t: "before-shift", prompt: { id }, ...(line ? { line } : {}) },
});

test("the limit line is the one written last, and no other line", () => {
  expect(limitLine([])).toBe("");
  expect(limitLine([asked("b-arrive", "Calm."), asked("b-limit-line")])).toBe("");
  const written = [asked("b-limit-line", "I end it now."), asked("b-limit-line", "Please stop.")];
  expect(limitLine(written)).toBe("I end it now.");
});
