import { describe, expect, test } from "vitest";
import { aroundNow, type Clock, lineForNow } from "./around.ts";

const rule = { zone: "Europe/Berlin", dayStartHour: 4 };
const NIGHTS = { starts: "22:00", ends: "06:00" };
const TODAY = "2026-11-16";
const at = (clock: string, times: Clock["times"] = NIGHTS): Clock => ({
  now: new Date(`2026-11-${clock}:00+01:00`),
  ...{ times, rule, hour: "day" },
});
const kept = (t: string, clock: string, words: object) => ({
  day: TODAY,
  words: { v: 1 as const, t, at: new Date(`2026-11-${clock}:00+01:00`).toISOString(), ...words },
});
const chosen = kept("before-shift", "16T21:40", {
  cards: ["listen"],
  line: "So what you need is …",
});

describe("the one row of Today fits the time", () => {
  test.each([
    ["16T19:30", undefined],
    ["16T20:05", "before"],
    ["16T22:20", "before"],
    ["16T23:30", undefined],
    ["17T05:40", "after"],
    ["17T09:50", "after"],
    ["17T10:30", undefined],
  ])("with known shifts, at %s: %s", (clock, around) => {
    expect(aroundNow(at(clock), [], TODAY)).toBe(around);
  });

  test("it goes once it is done", () => {
    expect(aroundNow(at("16T21:50"), [chosen], TODAY)).toBeUndefined();
    const over = kept("after-shift", "17T06:10", { over: true });
    expect(aroundNow(at("17T06:20"), [over], TODAY)).toBeUndefined();
    expect(aroundNow(at("17T06:20"), [kept("after-shift", "17T06:10", {})], TODAY)).toBe("after");
  });

  test("without known shifts: ahead before anything was written, back afterwards", () => {
    expect(aroundNow({ ...at("16T10:00"), times: undefined }, [], TODAY)).toBe("before");
    const call = kept("encounter", "16T11:00", { trigger: ["shouting"] });
    expect(aroundNow({ ...at("16T12:00"), times: undefined }, [call], TODAY)).toBeUndefined();
    expect(aroundNow({ ...at("16T15:00"), times: undefined }, [call], TODAY)).toBe("after");
  });
});

describe("the listening line", () => {
  test("stays until the shift's end, over midnight too", () => {
    expect(lineForNow(at("16T21:45"), [chosen])).toBe("So what you need is …");
    expect(lineForNow(at("17T05:59"), [chosen])).toBe("So what you need is …");
    expect(lineForNow(at("17T06:00"), [chosen])).toBe("");
  });

  test("goes when one says that it is over", () => {
    const over = kept("after-shift", "17T05:30", { over: true });
    expect(lineForNow(at("17T05:40"), [over, chosen])).toBe("");
  });

  test("without known shifts it stays ten hours; a limit line is none", () => {
    const clock = { ...at("17T07:30"), times: undefined };
    expect(lineForNow(clock, [chosen])).not.toBe("");
    expect(lineForNow({ ...at("17T07:45"), times: undefined }, [chosen])).toBe("");
    const limit = kept("before-shift", "16T21:41", { line: "This far.", cards: [] });
    expect(lineForNow(at("16T21:45"), [limit])).toBe("");
  });
});
