import { afterEach, expect, test } from "vitest";
import { browserOf, closeAll, EMAIL, PASSWORD, signedUp } from "../feeds/modelBrowser.ts";
import { ModelServer, requestLost } from "../feeds/modelServer.ts";

afterEach(closeAll);

const AUTH = "/_allauth/browser/v1/auth";
const BEN = { email: "ben@example.org", password: "another long password" };

test("somebody else's session in the same browser loses them no way back", async () => {
  const server = new ModelServer();
  const at = browserOf(server);
  const { device } = await signedUp(server, at);
  const wraps = (email: string) =>
    server.members.find((one) => one.email === email)?.vault?.wraps.map(({ kid }) => kid);
  await device.newRecoveryCode();
  server.faults = [requestLost, requestLost];
  await device.confirmRecoveryCode();
  server.faults = [];
  await at.send({ method: "POST", path: `${AUTH}/signup`, body: BEN });
  const wrap = { kid: "recovery:1", token: "a.b.c.d.e" };
  const vault = { gen: 1, keybag: "a.b.c.d.e", wraps: [wrap], keycard: "a.b.c" };
  await at.send({ method: "POST", path: "/api/v1/vault/", body: vault });
  await device.sync();
  expect(wraps(BEN.email)).toEqual(["recovery:1"]);
  expect(device.state.sync).toBe("stopped");
  const ana = { email: EMAIL, password: PASSWORD };
  await at.send({ method: "POST", path: `${AUTH}/login`, body: ana });
  await device.sync();
  expect(wraps(EMAIL)).toEqual(["recovery:2"]);
});
