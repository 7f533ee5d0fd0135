import { expect, test } from "vitest";
import { namesIn } from "./browsers.ts";

test.each([
  [
    "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36",
    "Chrome",
    "Android",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 27_2 like Mac OS X) Version/27.2 Mobile Safari/604.1",
    "Safari",
    "iPhone",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 27_2 like Mac OS X) CriOS/156.0 Mobile Safari/604.1",
    "Chrome",
    "iPhone",
  ],
  ["Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/156.0 Safari/537.36 Edg/156.0", "Edge", "Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox", "Linux"],
])("%s", (agent, browser, system) => {
  expect(namesIn(agent)).toEqual({ browser, system });
});

test("a script is not called a phone", () => {
  expect(namesIn("python-requests/2.32")).toBeNull();
});
