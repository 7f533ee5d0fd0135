import { afterEach, expect, test } from "vitest";
import { EntryInProgress, keptDraft } from "../entries/inProgress.ts";
import type { OpenItem, Words } from "../feeds/device.ts";
import { closeAll } from "../feeds/modelBrowser.ts";
import { keepGoal } from "../goals/acts.ts";
import { oldGoal } from "../goals/draft.ts";
import { goalOf } from "../goals/goal.ts";
import { keepHabit } from "../habits/acts.ts";
import { FactDraft } from "../safety/factDraft.ts";
import { theDevice } from "../shell/device.ts";
import { keepNote } from "./acts.ts";

afterEach(closeAll);

type Members = { text?: string };

/** Something is opened to be changed; meanwhile what another phone made of it has come. */
async function opened(kind: string, words: Omit<Words, "v">, theirs: Omit<Words, "v">) {
  const device = await theDevice();
  const before = await device.save({ kind, words: { v: 1, ...words } });
  const come = () => device.save({ item: before.item, kind, words: { v: 1, ...words, ...theirs } });
  return { before, come, both: () => bothOf(device.item(before.item)) };
}

function bothOf(item: OpenItem | undefined): unknown[] {
  const heads = item ? [item, ...item.others] : [];
  return heads.map(({ words }) => words["wish"] ?? words["name"] ?? words["text"] ?? words["said"]);
}

test("a goal that was open while another phone changed it keeps both", async () => {
  const { before, come, both } = await opened("goal", { wish: "Rest" }, { wish: "Theirs" });
  const making = oldGoal(goalOf(before), before.rev, new Date());
  await come();
  making.change({ wish: "Mine" });
  const { upon } = making.kept.value;
  await keepGoal(before.item, making.members.value, { upon });
  expect(both().sort()).toEqual(["Mine", "Theirs"]);
  await making.dropDraft();
});

test("so does a habit", async () => {
  const { before, come, both } = await opened("habit", { name: "Walk" }, { name: "Theirs" });
  await come();
  const given = { name: "Mine", cue: "", technique: undefined, unit: "", target: undefined };
  await keepHabit({ ...given, pinned: false }, "work-days", { before });
  expect(both().sort()).toEqual(["Mine", "Theirs"]);
});

test.each(["goes on", "was left half way"])(
  "so does an entry that is being written and %s",
  async (how) => {
    const call = new EntryInProgress<Members>("rough", "encounter", { text: "Mine" });
    await call.keep();
    const device = await theDevice();
    const { item } = call.kept.value;
    if (item === undefined) throw new Error("nothing was kept");
    const theirs = { v: 1, t: "encounter", text: "Theirs" } as const;
    await device.save({ item, kind: "entry", words: theirs });
    const draft = await keptDraft("rough");
    const again = new EntryInProgress<Members>("rough", "encounter", {}, draft?.kept);
    const going = how === "goes on" ? call : again;
    going.change({ text: "Mine, and more" });
    await going.keep();
    await going.keep();
    expect(bothOf(device.item(item)).sort()).toEqual(["Mine, and more", "Theirs"]);
    await going.finish();
  },
);

test("so does a note", async () => {
  const note = { t: "lesson", text: "Ask first" };
  const { before, come, both } = await opened("note", note, { text: "Theirs" });
  await come();
  await keepNote(before.item, "lesson", { text: "Mine" }, before.rev);
  expect(both().sort()).toEqual(["Mine", "Theirs"]);
});

test("so does a fact note, also one that was left half way", async () => {
  const fact = { t: "fact", on: "2026-11-21T22:10", said: "Shut up" };
  const { before, come, both } = await opened("note", fact, { said: "Theirs" });
  const device = await theDevice();
  new FactDraft(before, new Date()).change({ said: "Mine" });
  await expect.poll(() => device.draft(`fact:${before.item}`)).toBeDefined();
  await come();
  const again = new FactDraft(device.item(before.item), new Date());
  await again.resume();
  await again.keep();
  expect(both().sort()).toEqual(["Mine", "Theirs"]);
});
