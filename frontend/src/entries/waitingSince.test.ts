import { expect, test } from "vitest";
import type { OpenItem } from "../feeds/device.ts";
import { waitingSince } from "./waitingSince.ts";

const NOW = Date.parse("2026-11-23T12:00:00");
const local = (wall: string) => new Date(wall).toISOString();

function entry(written: string, at: string | undefined, onlyHere = true): OpenItem {
  const words = { v: 1 as const, ...(at === undefined ? {} : { at: local(at) }) };
  const alone = onlyHere ? { onlyHere: true as const } : {};
  return { item: "i", rev: "r", kind: "entry", written, words, unsent: true, ...alone, others: [] };
}

test.each([
  ["an hour ago", entry("2026-11-23", "2026-11-23T11:00:00"), undefined],
  ["last night", entry("2026-11-22", "2026-11-22T22:00:00"), undefined],
  ["yesterday morning", entry("2026-11-22", "2026-11-22T09:00:00"), "2026-11-22"],
  ["yesterday, no hour known", entry("2026-11-22", undefined), "2026-11-22"],
  ["last week, as of this morning", entry("2026-11-23", "2026-11-16T09:00:00"), undefined],
  [
    "last week, and only its edit waits",
    entry("2026-11-16", "2026-11-16T09:00:00", false),
    undefined,
  ],
])("written %s", (_, one, since) => {
  expect(waitingSince([one], NOW)).toBe(since);
});

test("of several the oldest day is named", () => {
  const days = ["2026-11-21", "2026-11-19", "2026-11-23"];
  const all = days.map((day) => entry(day, `${day}T09:00:00`));
  expect(waitingSince(all, NOW)).toBe("2026-11-19");
});
