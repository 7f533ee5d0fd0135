import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Schedule } from "./schedule.ts";
import type { Outcome } from "./sync.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const idle: Outcome = { state: "idle", retry: false };

/** A schedule whose syncs end as told, and which counts them. */
function scheduleOf(outcomes: Outcome[], random = 0.5) {
  const seen: string[] = [];
  let runs = 0;
  const run = async () => {
    runs += 1;
    return outcomes.shift() ?? idle;
  };
  const schedule = new Schedule(
    run,
    (state) => seen.push(state),
    () => random,
  );
  return { schedule, seen, runs: () => runs };
}

test("asked twice at once it runs once more, not at the same time", async () => {
  const { schedule, runs, seen } = scheduleOf([]);
  await Promise.all([schedule.ask(), schedule.ask(), schedule.ask()]);
  expect(runs()).toBe(2);
  expect(seen.at(-1)).toBe("idle");
});

test("after a failure it tries again by itself, later each time, within five minutes", async () => {
  const failing = Array.from({ length: 40 }, () => ({ state: "offline", retry: true }) as Outcome);
  const { schedule, runs } = scheduleOf(failing, 1);
  await schedule.ask();
  const waits: number[] = [];
  for (let tries = 1; tries < 12; tries += 1) {
    const before = Date.now();
    await vi.advanceTimersToNextTimerAsync();
    expect(runs()).toBe(tries + 1);
    waits.push(Date.now() - before);
  }
  expect(waits.slice(0, 3)).toEqual([2000, 4000, 8000]);
  expect(Math.max(...waits)).toBe(300_000);
  await schedule.stop();
});

test("the wait is spread: it may be as short as a second", async () => {
  const { schedule, runs } = scheduleOf([{ state: "offline", retry: true }], 0);
  await schedule.ask();
  await vi.advanceTimersByTimeAsync(1000);
  expect(runs()).toBe(2);
});

test("a server that asks for time gets it, also from a tap", async () => {
  const { schedule, runs, seen } = scheduleOf([{ state: "waiting", retry: true, retryAfter: 60 }]);
  await schedule.ask();
  await vi.advanceTimersByTimeAsync(59_000);
  await schedule.ask();
  expect(runs()).toBe(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect([runs(), seen.at(-1)]).toEqual([2, "idle"]);
});

test("a tap does not wait for the next try after a lost connection", async () => {
  const { schedule, runs } = scheduleOf([{ state: "offline", retry: true }]);
  await schedule.ask();
  await schedule.ask();
  expect(runs()).toBe(2);
});

test("what nobody foresaw is tried again like any other failure", async () => {
  const seen: string[] = [];
  let runs = 0;
  const run = async () => {
    runs += 1;
    if (runs === 1) throw new Error("a mistake of ours");
    return idle;
  };
  const schedule = new Schedule(run, (state) => seen.push(state));
  await schedule.ask();
  expect(seen).toEqual(["working", "waiting"]);
  await vi.advanceTimersByTimeAsync(3000);
  expect(seen.at(-1)).toBe("idle");
});

test("stopped, it begins nothing more", async () => {
  const { schedule, runs } = scheduleOf([{ state: "offline", retry: true }]);
  await schedule.ask();
  await schedule.stop();
  await schedule.ask();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(runs()).toBe(1);
});
