import { expect, test } from "vitest";
import type { OpenItem } from "../feeds/device.ts";
import { askedAbout } from "./carried.ts";

const call = (day: string, carried?: boolean | null): OpenItem => ({
  item: `${day}-${carried}`,
  rev: "r",
  kind: "entry",
  day,
  words: { v: 1, t: "encounter", ...(carried === undefined ? {} : { carried }) },
  unsent: false,
  others: [],
});

test("only the call of the day before that wanted it is asked about", () => {
  const wanted = call("2026-11-20", null);
  const others = [call("2026-11-20"), call("2026-11-20", true), call("2026-11-21", null)];
  expect(askedAbout([...others, wanted], "2026-11-21")).toBe(wanted);
  expect(askedAbout(others, "2026-11-21")).toBeUndefined();
  expect(askedAbout([wanted], "2026-11-22")).toBeUndefined();
});
