import { afterEach, expect, test, vi } from "vitest";
import { askForMotion, clearedBy, mustAsk, onShaking } from "./shake.ts";

const at = (x: number) => ({ x, y: 0, z: 9.8 });

afterEach(() => vi.unstubAllGlobals());

test("a phone that is held clears nothing, a shaken one does, a wild one no more than a gentle one", () => {
  expect(clearedBy(null, at(30))).toBe(0);
  expect(clearedBy(at(0), null)).toBe(0);
  expect(clearedBy(at(0), at(2))).toBe(0);
  expect(clearedBy(at(0), at(9))).toBeGreaterThan(0);
  expect(clearedBy(at(-40), at(40))).toBe(clearedBy(at(0), at(9)));
});

test("a browser that wants to be asked is asked; a refusal is an answer like any other", async () => {
  expect(mustAsk()).toBe(false);
  expect(await askForMotion()).toBe(false);
  const answers = ["granted", "denied"];
  vi.stubGlobal("DeviceMotionEvent", { requestPermission: async () => answers.shift() });
  expect(mustAsk()).toBe(true);
  expect(await askForMotion()).toBe(true);
  expect(await askForMotion()).toBe(false);
  vi.stubGlobal("DeviceMotionEvent", { requestPermission: () => Promise.reject(new Error("no")) });
  expect(await askForMotion()).toBe(false);
});

test("movements are heard until it is over, also from a phone that only knows gravity", () => {
  const heard = new Map<string, (event: unknown) => void>();
  vi.stubGlobal("addEventListener", (name: string, act: () => void) => heard.set(name, act));
  vi.stubGlobal("removeEventListener", (name: string) => heard.delete(name));
  let cleared = 0;
  const stop = onShaking((part) => {
    cleared += part;
  });
  const move = (x: number) =>
    heard.get("devicemotion")?.({ acceleration: null, accelerationIncludingGravity: at(x) });
  for (const x of [0, 12, -12, 12]) move(x);
  expect(cleared).toBeCloseTo(0.18);
  stop();
  expect(heard.size).toBe(0);
});
