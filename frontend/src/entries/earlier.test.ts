import { afterEach, expect, test } from "vitest";
import type { Device, Words } from "../feeds/device.ts";
import { closeAll, secondDevice, signedUp } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";
import { earlierOf } from "./earlier.ts";

afterEach(closeAll);

const CALL = { v: 1, t: "encounter", trigger: ["shouting"], intensity: 3 } as const;

async function earlier(device: Device, item: string) {
  const now = device.item(item);
  const shown = [now, ...(now?.others ?? [])].map((one) => one?.rev ?? "");
  return earlierOf(await device.history(item), shown);
}

function writing(device: Device, item?: string) {
  const kind = item === undefined ? { kind: "entry" } : { kind: "entry", item };
  return (words: Partial<Words>, more = {}) =>
    device.save({ ...kind, ...more, words: { ...CALL, ...words } });
}

test("what was changed by hand is still there, the latest first; the steps of a flow are not", async () => {
  const { device } = await signedUp(new ModelServer());
  const { item } = await writing(device)({});
  const write = writing(device, item);
  await write({ text: "Loud" });
  await write({ text: "Loud", after: 2, feelings: [] });
  expect(await earlier(device, item)).toEqual([]);
  await write({ text: "Loud, then calm", after: 2 });
  await write({ text: "Calm", after: 2 });
  const texts = (await earlier(device, item)).map(({ words }) => words["text"]);
  expect(texts).toEqual(["Loud, then calm", "Loud"]);
});

test("a day it stood on before is told as well, and which one was the first", async () => {
  const { device } = await signedUp(new ModelServer());
  const { item, day } = await writing(device)({ text: "Loud" });
  await writing(device, item)({ text: "Loud" }, { day: "2026-11-20" });
  expect(await earlier(device, item)).toMatchObject([{ day, isFirst: true, wasJoined: false }]);
});

test("of two that were joined both are found, on both phones", async () => {
  const server = new ModelServer();
  const { device, code } = await signedUp(server);
  const { item, rev: upon } = await writing(device)({ text: "first" });
  await device.sync();
  const other = await secondDevice(server, code);
  await writing(other, item)({ text: "theirs" });
  await other.sync();
  await device.sync();
  await writing(device, item)({ text: "mine" }, { upon });
  expect(await earlier(device, item)).toMatchObject([{ words: { text: "first" } }]);
  await writing(device, item)({ text: "both" }, { join: true });
  await device.sync();
  await other.sync();
  for (const phone of [device, other]) {
    const [one, two, first] = await earlier(phone, item);
    expect([one?.words["text"], two?.words["text"]].sort()).toEqual(["mine", "theirs"]);
    expect([one?.wasJoined, two?.wasJoined, first?.isFirst]).toEqual([true, true, true]);
  }
});

test("what was deleted is nowhere", async () => {
  const { device } = await signedUp(new ModelServer());
  const { item } = await writing(device)({ text: "Loud" });
  await writing(device, item)({ text: "Calm" });
  await device.remove(item, "keep-day");
  expect(await device.history(item)).toEqual([]);
});
