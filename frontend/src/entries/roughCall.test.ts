import { expect, test } from "vitest";
import { passesLine, stepAfter, stepsFor } from "./course.ts";
import { isGentle, withIntensity } from "./roughCall.ts";

const course = (intensity: number, again = false) => ({ intensity, again, notOkay: false });

test("a small call is not asked for its feeling", () => {
  expect(stepsFor(course(2))).not.toContain("feeling");
  expect(stepAfter("big", course(2))).toBe("line");
  expect(stepAfter("big", course(3))).toBe("feeling");
});

test.each([4, 5])("at %i the body settles before any word is asked for", (intensity) => {
  const steps = stepsFor(course(intensity));
  for (const asks of ["feeling", "line"] as const)
    expect(steps.indexOf("settle")).toBeLessThan(steps.indexOf(asks));
  expect(steps.indexOf("settle")).toBeGreaterThan(steps.indexOf("big"));
});

test("one thing is offered, and at the worst that is the tool that settles", () => {
  expect(stepsFor(course(3))).toContain("offer");
  expect(stepsFor(course(5))).not.toContain("offer");
});

test("what keeps coming back leads past the line, and offers nothing more to write", () => {
  expect(stepAfter("feeling", course(3, true))).toBe("again");
  expect(stepAfter("again", course(3, true))).toBe("now");
  expect(stepsFor(course(3, true))).not.toContain("offer");
});

test("the close comes before the end, and the minute leads nowhere", () => {
  expect(stepAfter("close", course(4))).toBe("end");
  expect(stepAfter("minute", course(4))).toBe("end");
});

test("making a call small takes its feelings back", () => {
  const call = { trigger: ["shouting"], feelings: ["angry"] };
  expect(withIntensity(call, 2)).toEqual({ intensity: 2, feelings: [] });
  expect(withIntensity(call, 4)).toEqual({ intensity: 4, feelings: ["angry"] });
});

test("nobody is asked for the details of a threat", () => {
  expect(isGentle({ trigger: ["threat"] })).toBe(true);
  expect(isGentle({ trigger: ["shouting"] })).toBe(false);
});

test("at the worst nobody is asked to write, and the line is there for who wants to", () => {
  expect(stepAfter("feeling", course(5))).toBe("now");
  expect(stepsFor(course(5))).toContain("line");
  expect(passesLine(course(5))).toBe(true);
  expect(stepAfter("line", course(5))).toBe("now");
  expect(passesLine(course(4))).toBe(false);
});

test("a step chosen on the way is the close: nobody is asked for another", () => {
  expect(stepAfter("now", course(3))).toBe("close");
  expect(stepAfter("now", { ...course(3), closed: true })).toBe("end");
});
