import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { theDevice } from "../shell/device.ts";
import { keptDraft } from "./inProgress.ts";
import { callFrom, DRAFT, newCall } from "./roughCall.ts";

test("every step of a call is a revision of one entry, and the end leaves no draft", async () => {
  const call = newCall(new Date("2026-11-21T22:10:00Z"));
  call.change({ trigger: ["shouting"], intensity: 4 });
  void call.keep();
  call.change({ feelings: ["angry"] });
  void call.keep();
  call.change({ text: "He would not stop.", after: 2, close: { kind: "none" } });
  await call.finish();

  const device = await theDevice();
  expect(device.items("entry")).toHaveLength(1);
  expect(device.item(call.kept.value.item ?? "")?.words).toMatchObject({
    t: "encounter",
    trigger: ["shouting"],
    text: "He would not stop.",
  });
  expect(call.saving.value.at).toBe("saved");
  expect(await keptDraft(DRAFT)).toBeUndefined();
});

test("what was begun is found again, and goes on as the same entry", async () => {
  const call = newCall(new Date("2026-11-21T22:10:00Z"));
  call.change({ trigger: ["threat"], intensity: 3 });
  call.standAt("line");
  await call.keep();
  call.change({ text: "half a wo" });
  await call.sealDraft();

  const draft = await keptDraft(DRAFT);
  expect(draft?.words["text"]).toBe("half a wo");
  const { v: _v, t: _t, ...members } = draft?.words ?? { v: 1 };
  const again = callFrom(members as typeof call.members.value, draft?.kept ?? {});
  await again.finish();
  expect(again.kept.value.item).toBe(call.kept.value.item);
});

test("a sheet that was opened and closed leaves nothing to come back to", async () => {
  const call = newCall(new Date());
  call.standAt("breath");
  call.hurry();
  expect(await keptDraft(DRAFT)).toBeUndefined();
});

test("with a draft refused after it, what is tried again is the entry itself", async () => {
  const { put } = IDBObjectStore.prototype;
  const call = newCall(new Date("2026-11-21T22:10:00Z"));
  await theDevice();
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  call.change({ trigger: ["shouting"], intensity: 4 });
  expect([await call.keep(), await call.sealDraft()]).toEqual([false, false]);
  IDBObjectStore.prototype.put = put;
  expect(await call.sealDraft()).toBe(true);
  const failed = call.saving.value;
  if (failed.at !== "failed") throw new Error("the entry is not on the disk yet");
  failed.again();
  await vi.waitFor(() => expect(call.saving.value.at).toBe("saved"));
  expect((await theDevice()).item(call.kept.value.item ?? "")).toBeDefined();
});

test("a draft that was refused says no more of it once it is kept", async () => {
  const { put } = IDBObjectStore.prototype;
  const call = newCall(new Date("2026-11-21T22:10:00Z"));
  await theDevice();
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  expect(await call.sealDraft()).toBe(false);
  expect(call.saving.value.at).toBe("failed");
  IDBObjectStore.prototype.put = put;
  await call.sealDraft();
  expect(call.saving.value.at).toBe("none");
});
