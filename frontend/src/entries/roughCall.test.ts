import { expect, test } from "vitest";
import { isGentle, stepAfter, stepsFor, withIntensity } from "./roughCall.ts";

test("a small call is not asked for its feeling", () => {
  expect(stepsFor(2)).not.toContain("feeling");
  expect(stepAfter("big", 2)).toBe("line");
  expect(stepAfter("big", 3)).toBe("feeling");
});

test("the last step leads nowhere", () => {
  expect(stepAfter("close", 4)).toBe("end");
  expect(stepAfter("end", 4)).toBe("end");
});

test("making a call small takes its feelings back", () => {
  const call = { trigger: ["shouting"], feelings: ["angry"] };
  expect(withIntensity(call, 2)).toEqual({ intensity: 2, feelings: [] });
  expect(withIntensity(call, 4)).toEqual({ intensity: 4, feelings: ["angry"] });
});

test("nobody is asked for the details of a threat", () => {
  expect(isGentle({ trigger: ["threat"], feelings: [] })).toBe(true);
  expect(isGentle({ trigger: ["shouting"], feelings: [] })).toBe(false);
});
