import fc from "fast-check";
import { expect, test } from "vitest";
import { type Heavy, helpReason, offersHelp } from "./help.ts";

const TODAY = "2026-11-21";
const at = (intensity: number, day = TODAY): Heavy => ({ intensity, day });
const now = (intensity?: number, more: { after?: number; inDanger?: boolean } = {}) => ({
  intensity,
  inDanger: false,
  ...more,
});

test("somebody in danger comes before all, however big it was", () => {
  expect(helpReason(now(undefined, { inDanger: true }), [], TODAY)).toBe("in-danger");
  expect(helpReason(now(5, { inDanger: true }), [at(5), at(5)], TODAY)).toBe("in-danger");
});

test("the biggest there is, then or now, is reason enough; less is none", () => {
  expect(helpReason(now(5), [], TODAY)).toBe("heavy");
  expect(helpReason(now(2, { after: 5 }), [], TODAY)).toBe("heavy");
  expect(helpReason(now(4, { after: 4 }), [at(5), at(5), at(5)], TODAY)).toBeNull();
  expect(helpReason(now(), [], TODAY)).toBeNull();
});

test("the third at five within seven days says that it was a lot", () => {
  expect(helpReason(now(5), [at(5, "2026-11-15")], TODAY)).toBe("heavy");
  expect(helpReason(now(5), [at(5, "2026-11-15"), at(5)], TODAY)).toBe("third-heavy");
  expect(helpReason(now(5), [at(5, "2026-11-14"), at(5)], TODAY)).toBe("heavy");
  expect(helpReason(now(5), [at(4), at(4), at(4)], TODAY)).toBe("heavy");
});

test("days ahead, days unknown and entries without a size count for nothing", () => {
  const odd = [at(5, "2026-11-22"), at(5, "soon"), { intensity: 5 }, { day: TODAY }];
  expect(helpReason(now(5), odd, TODAY)).toBe("heavy");
});

test("it offers exactly where there is a reason, and more entries never take an offer away", () => {
  const size = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
  const entry = fc.record({
    intensity: size,
    day: fc.constantFrom("2026-11-10", "2026-11-20", TODAY),
  });
  fc.assert(
    fc.property(size, fc.boolean(), fc.array(entry), entry, (intensity, inDanger, others, one) => {
      const offers = offersHelp({ intensity, inDanger }, others, TODAY);
      expect(offers).toBe(inDanger || intensity === 5);
      if (offers) expect(offersHelp({ intensity, inDanger }, [...others, one], TODAY)).toBe(true);
    }),
  );
});
