import { afterEach, beforeEach, expect, test } from "vitest";
import { closeAll, EMAIL, open, PASSWORD, secondDevice, signedUp } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

test("a code that a newer one on another phone has replaced is not called a way back", async () => {
  const { device, code } = await signedUp(server);
  const other = await secondDevice(server, code);
  await device.newRecoveryCode();
  const newest = await other.newRecoveryCode();
  await other.confirmRecoveryCode();
  await expect(device.confirmRecoveryCode()).rejects.toMatchObject({ code: "code-replaced" });
  expect(device.state.recoveryConfirmed).toBe(false);
  expect(server.members[0]?.vault?.wraps.map(({ kid }) => kid)).toEqual(["recovery:3"]);
  const third = await open(server);
  await third.signIn(EMAIL, PASSWORD);
  await third.unlock(newest);
});

test("the newest code is confirmed, and the one before goes", async () => {
  const { device } = await signedUp(server);
  await device.newRecoveryCode();
  await device.confirmRecoveryCode();
  expect(device.state.recoveryConfirmed).toBe(true);
  expect(server.members[0]?.vault?.wraps.map(({ kid }) => kid)).toEqual(["recovery:2"]);
});
