import { expect, test } from "vitest";
import { isIPhoneTab } from "./iphone.ts";

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15";
const ANDROID =
  "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36";

test("a tab of an iPhone or iPad is told from its home screen, a Mac and an Android phone", () => {
  expect(isIPhoneTab({ userAgent: IPHONE, maxTouchPoints: 5 })).toBe(true);
  expect(isIPhoneTab({ userAgent: IPHONE, maxTouchPoints: 5, standalone: true })).toBe(false);
  expect(isIPhoneTab({ userAgent: MAC, maxTouchPoints: 5 })).toBe(true);
  expect(isIPhoneTab({ userAgent: MAC, maxTouchPoints: 0 })).toBe(false);
  expect(isIPhoneTab({ userAgent: ANDROID, maxTouchPoints: 5 })).toBe(false);
});
