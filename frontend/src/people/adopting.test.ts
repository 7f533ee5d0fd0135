import { afterEach, beforeEach, expect, test } from "vitest";
import { browserOf, closeAll, EMAIL, open, PASSWORD, WORDS } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

const ACCOUNT = { email: EMAIL, password: PASSWORD };

/** An account without a vault, made elsewhere; and a phone on which somebody has written. */
async function writtenHere() {
  const path = "/_allauth/browser/v1/auth/signup";
  await server.browser()({ method: "POST", path, body: ACCOUNT });
  const device = await open(server, browserOf(server));
  await device.save({ kind: "entry", words: WORDS });
  return device;
}

test("an account that exists and has no keys yet is not given what was written here unasked", async () => {
  const device = await writtenHere();
  expect(await device.signIn(EMAIL, PASSWORD)).toEqual({
    next: "open",
    recoveryCode: expect.any(String),
  });
  await device.sync();
  expect(device.state).toMatchObject({ writtenBefore: 1, unlocked: true });
  expect([device.items("entry"), server.feedOf(EMAIL).revs]).toEqual([[], []]);
  await device.adopt(true);
  await device.sync();
  expect(device.items("entry")).toHaveLength(1);
  expect(device.state).toMatchObject({ writtenBefore: 0, unsent: 0 });
});

test("on no it stays locked on this phone, and the account begins empty", async () => {
  const device = await writtenHere();
  await device.signIn(EMAIL, PASSWORD);
  await device.adopt(false);
  await device.sync();
  expect(device.state.writtenBefore).toBe(0);
  expect([device.items("entry"), server.feedOf(EMAIL).revs]).toEqual([[], []]);
  await device.signOut();
  expect(device.items("entry")).toHaveLength(1);
});
