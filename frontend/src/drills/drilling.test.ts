import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, expect, test } from "vitest";
import { closeAll } from "../feeds/modelBrowser.ts";
import { theDevice } from "../shell/device.ts";
import { openDrill } from "./drilling.ts";

// The same forms as the Python side reads.
const SCHEMAS = new URL("../../../tests/contract/schemas/", import.meta.url);
const forms = readdirSync(SCHEMAS).map((name) =>
  JSON.parse(readFileSync(new URL(name, SCHEMAS), "utf8")),
);
const ajv = new Ajv2020({ strictTypes: false, schemas: forms });
const holds = (form: string, words: unknown) =>
  ajv.validate(`https://aftershift.example/items/1/${form}.json`, words);

afterEach(closeAll);

const kept = async (kind: string) => (await theDevice()).items(kind).map(({ words }) => words);

const logsOf = async (drill: string) =>
  (await kept("entry")).filter((words) => words["drill"] === drill);

test("what a drill leaves behind has its form: a log with the line, and a line of one's own", async () => {
  const doing = await openDrill("late-fee");
  doing.change({ line: " What I can do is split it in two. " });
  await doing.reveal(doing.began + 31_400);
  await doing.keepLine();
  await doing.keepLine();
  await doing.leave();
  const [entry] = await kept("entry");
  const notes = await kept("note");
  expect(entry).toMatchObject({ t: "tool", drill: "late-fee", seconds: 31 });
  expect(entry).not.toHaveProperty("note");
  expect(notes).toEqual([
    { v: 1, t: "phrase", text: "What I can do is split it in two.", drill: "late-fee" },
  ]);
  expect([holds("entry-tool", entry), holds("note-phrase", notes[0])]).toEqual([true, true]);
});

test("the models alone are a drill too, and nothing is kept of one that was only opened", async () => {
  const opened = await openDrill("faster-delivery");
  opened.standAt("mine");
  await opened.leave();
  expect(await logsOf("faster-delivery")).toEqual([]);
  const shown = await openDrill("faster-delivery");
  await shown.reveal(Date.now());
  await shown.leave();
  const [log] = await logsOf("faster-delivery");
  expect([log?.["line"], log?.["seconds"]]).toEqual([undefined, 0]);
});

test("a line that was begun waits in its own drill", async () => {
  const begun = await openDrill("code-expired");
  begun.change({ line: "What I can do" });
  await begun.leave();
  expect((await openDrill("out-of-stock")).members.value.line).toBeUndefined();
  expect((await openDrill("code-expired")).members.value.line).toBe("What I can do");
});
