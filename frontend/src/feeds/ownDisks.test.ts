import { expect, test } from "vitest";
import { hasRegistry } from "../storage/registry.ts";
import { browserOf, open } from "./modelBrowser.ts";
import { ModelServer } from "./modelServer.ts";

const tick = () => new Promise((resolve) => setTimeout(resolve));

test("what goes on for one browser while another has its turn finds its own disk", async () => {
  const server = new ModelServer();
  const [used, blank] = [browserOf(server), browserOf(server)];
  await open(server, used);
  globalThis.indexedDB = used.disk;
  const late = tick().then(hasRegistry);
  globalThis.indexedDB = blank.disk;
  expect(await hasRegistry()).toBe(false);
  expect(await late).toBe(true);
});
