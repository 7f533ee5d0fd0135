import { afterEach, beforeEach, expect, test } from "vitest";
import { closeAll, EMAIL, open, PASSWORD, signedUp, WORDS } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

/** A phone that is signed in and waits to be opened. */
async function waitingPhone(email = EMAIL) {
  const device = await open(server);
  await device.signIn(email, PASSWORD);
  return { device, offer: await device.offerLink() };
}

test("a phone that is open opens another one, and the code is never typed", async () => {
  const { device } = await signedUp(server);
  await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  const { device: other, offer } = await waitingPhone();
  expect(await other.takeLink(offer)).toBe(false);
  await device.giveLink(offer.text);
  expect(await other.takeLink(offer)).toBe(true);
  await other.sync();
  expect(other.items("entry")).toMatchObject([{ words: WORDS }]);
  expect(other.state).toMatchObject({ unlocked: true, alarms: [], recoveryConfirmed: false });
});

test("the message is read once", async () => {
  const { device } = await signedUp(server);
  const { device: other, offer } = await waitingPhone();
  await device.giveLink(offer.text);
  await other.takeLink(offer);
  expect(await (await waitingPhone()).device.takeLink(offer)).toBe(false);
});

test("a root that does not open the account's keybag is not accepted", async () => {
  const { device } = await signedUp(server);
  const stranger = await open(server);
  await stranger.signUp("ben@example.org", PASSWORD);
  const { device: other, offer } = await waitingPhone();
  await device.giveLink(offer.text);
  const [name] = [...server.links.keys()];
  const second = await waitingPhone();
  await device.giveLink(second.offer.text);
  const another = [...server.links].find(([key]) => key !== name);
  server.links.set(name ?? "", another?.[1] ?? "");
  await expect(other.takeLink(offer)).rejects.toMatchObject({ code: "link-broken" });
  expect(other.state.unlocked).toBe(false);
});

test("what the camera sees elsewhere is no phone that waits", async () => {
  const { device } = await signedUp(server);
  for (const text of ["https://example.org", "CK1I:a:b:c:d", "CK1L:short:x:y"]) {
    await expect(device.giveLink(text)).rejects.toMatchObject({ code: "not-a-link" });
  }
  expect(server.links.size).toBe(0);
});
