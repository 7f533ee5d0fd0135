// What is written here while a sync has laid on the disk what nobody can have read yet.
import { afterEach, expect, test } from "vitest";
import type { Send } from "../http/request.ts";
import { browserOf, closeAll, secondDevice, signedUp, WORDS } from "./modelBrowser.ts";
import { ModelServer } from "./modelServer.ts";
import { changeProfile, profileOf } from "./profile.ts";

afterEach(closeAll);

const PIN = { name: "Sam", enc: "e", sig: "s", verified: "qr" };

/** A phone on which something else is done just as a sync has read its page and sends what it has. */
async function inTheMiddleOfASync(server: ModelServer, during: { now: () => Promise<unknown> }) {
  const at = browserOf(server);
  const send: Send = async (ask) => {
    if (ask.path.endsWith("/push/")) await during.now();
    return at.send(ask);
  };
  return signedUp(server, { ...at, send });
}
const nothing = async () => undefined;

test("a setting changed in the middle of a sync undoes none that has just come from another phone", async () => {
  const server = new ModelServer();
  const during = { now: nothing as () => Promise<unknown> };
  const { code, device } = await inTheMiddleOfASync(server, during);
  const other = await secondDevice(server, code);
  await changeProfile(other, () => ({ pins: { sam: PIN }, tools: ["there"] }));
  await other.sync();
  during.now = async () => {
    during.now = nothing;
    const more = (tools: unknown) => [...((tools ?? []) as string[]), "here"];
    await changeProfile(device, (now) => ({ look: "dark", tools: more(now["tools"]) }));
  };
  await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  await device.sync();
  const tools = ["there", "here"];
  expect(profileOf(device)).toMatchObject({ look: "dark", pins: { sam: PIN }, tools });
});

test.each(["what has just come upon the same", "what was written apart"])(
  "an entry saved in the middle of a sync leaves %s beside it",
  async (what) => {
    const server = new ModelServer();
    const during = { now: nothing as () => Promise<unknown> };
    const { code, device } = await inTheMiddleOfASync(server, during);
    const { item } = await device.save({ kind: "entry", words: WORDS });
    await device.sync();
    const other = await secondDevice(server, code);
    await other.save({ item, kind: "entry", words: { ...WORDS, text: "there" } });
    await other.sync();
    if (what === "what was written apart") await device.save({ item, kind: "entry", words: WORDS });
    during.now = async () => {
      during.now = nothing;
      await device.save({ item, kind: "entry", words: { ...WORDS, text: "here" } });
    };
    await device.save({ kind: "entry", words: WORDS });
    await device.sync();
    await device.sync();
    const { words, others } = device.item(item) ?? { others: [] };
    const texts = [words, ...others.map((one) => one.words)].map((one) => one?.["text"]);
    expect(texts.sort()).toEqual(["here", "there"]);
  },
);
