import { afterEach, expect, test } from "vitest";
import { keptDraft } from "../entries/inProgress.ts";
import { closeAll } from "../feeds/modelBrowser.ts";
import { ownTools } from "../notes/own.ts";
import { theDevice } from "../shell/device.ts";
import { noteOf, OWN_DRAFT, ownToolOf } from "./ownTool.ts";

afterEach(closeAll);

test("a tool of one's own is kept as a note, and changed in the same one", async () => {
  const made = ownToolOf(undefined);
  made.change({ name: " Hum a song ", kind: "body", seconds: 30, steps: "Hum.\n\n Louder. " });
  expect(await made.keepAll([noteOf(made.members.value, undefined)])).toBe(true);
  const device = await theDevice();
  const [note] = device.items("note");
  expect(note?.words).toEqual({
    v: 1,
    t: "own-tool",
    name: "Hum a song",
    kind: "body",
    seconds: 30,
    steps: ["Hum.", "Louder."],
  });
  const again = ownToolOf(note);
  expect(again.members.value.steps).toBe("Hum.\nLouder.");
  again.change({ seconds: 60 });
  await again.keepAll([noteOf(again.members.value, note)]);
  expect(ownTools()).toMatchObject([{ label: "Hum a song", duration_s: 60 }]);
  expect(await keptDraft(OWN_DRAFT)).toBeUndefined();
});

test("what is typed and left is there again", async () => {
  const made = ownToolOf(undefined);
  made.change({ name: "Hum" });
  await made.sealDraft();
  expect((await keptDraft(OWN_DRAFT))?.words).toMatchObject({ name: "Hum", kind: "mind" });
});
