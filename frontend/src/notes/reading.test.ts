import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { newId } from "../crypto/ids.ts";
import { streaksOf } from "../habits/counting.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { keepNote, setDone } from "./acts.ts";
import { markOf } from "./note.ts";

const BOOK = "A book on listening, from the shelf";
const NO_PLANS = { habits: [], schedules: [], off: [] };

async function listed(kind: "read-next" | "lesson" = "read-next"): Promise<string> {
  const item = newId();
  await keepNote(item, kind, { text: BOOK, done: false });
  return item;
}

/** What a tick left behind. */
async function markLeft(item: string) {
  const device = await theDevice();
  const note = device.item(item);
  return device.item((note && markOf(note)) ?? "");
}

test("what was read leaves a mark on its day, which counts as any good thing of it does", async () => {
  const item = await listed();
  const device = await theDevice();
  const before = streaksOf(device.marks(), NO_PLANS, today.value).journaling.streak;
  await setDone(item, true);
  expect(await markLeft(item)).toMatchObject({
    kind: "entry",
    day: today.value,
    words: { t: "bright-spot", bright: "learned-something", text: BOOK },
  });
  const after = streaksOf(device.marks(), NO_PLANS, today.value).journaling.streak;
  expect([before.current, after.current]).toEqual([0, 1]);
  await setDone(item, true);
  expect(device.items("entry")).toHaveLength(1);
});

test("not read after all, the mark goes too, but not what somebody wrote into it", async () => {
  const device = await theDevice();
  const [one, other] = [await listed(), await listed()];
  for (const item of [one, other]) await setDone(item, true);
  const [mark, changed] = [await markLeft(one), await markLeft(other)];
  if (!mark || !changed) throw new Error("a tick leaves a mark");
  const words = { ...changed.words, text: "Page 12, aloud." };
  await device.save({ item: changed.item, kind: "entry", words });
  for (const item of [one, other]) await setDone(item, false);
  expect(device.item(mark.item)).toBeUndefined();
  expect(device.item(changed.item)?.words["text"]).toBe("Page 12, aloud.");
  expect(device.item(one)?.words).toMatchObject({ text: BOOK, done: false });
  expect(device.item(one)?.words).not.toHaveProperty("mark");
});

test("other lists are ticked and leave no mark", async () => {
  const device = await theDevice();
  const before = device.items("entry").length;
  const item = await listed("lesson");
  await setDone(item, true);
  expect(device.item(item)?.words["done"]).toBe(true);
  expect(device.items("entry")).toHaveLength(before);
});
