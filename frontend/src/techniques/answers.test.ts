import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Technique } from "../library/catalogue.ts";
import { type Answers, FIELDS, hasWords, isHalfDone, lineOf, notesOf } from "./answers.ts";

const DATA = new URL("../../../journal/library/data/en/techniques.json", import.meta.url);
const tools: Technique[] = JSON.parse(readFileSync(DATA, "utf8")).techniques;

function notes(id: string, answers: Answers) {
  let n = 0;
  const tool = tools.find((one) => one.id === id);
  if (!tool) throw new RangeError(id);
  const next = () => {
    n += 1;
    return `note-${n}`;
  };
  return notesOf(tool, answers, next).map(({ words }) => words);
}

test("each field stands under a step of its tool", () => {
  for (const [id, fields] of Object.entries(FIELDS)) {
    expect(fields.length, id).toBe(tools.find((tool) => tool.id === id)?.steps.length);
  }
});

test("two sides: a fact and a kind reason, or neither; the doubt alone may stand", () => {
  expect(isHalfDone("two-sides", {})).toBe(false);
  expect(isHalfDone("two-sides", { doubt: "Am I any good?" })).toBe(false);
  expect(isHalfDone("two-sides", { fact: "They thanked me" })).toBe(true);
  expect(isHalfDone("two-sides", { reason: "I am tired", fact: " " })).toBe(true);
  expect(isHalfDone("two-sides", { fact: "They thanked me", reason: "I am tired" })).toBe(false);
  expect(isHalfDone("facts-and-guesses", { fact: "They hung up" })).toBe(false);
});

test("the line of the entry holds the words in their order, and no date, name or need", () => {
  const answers = { step: "Call back", due: "2026-11-23T09:00", open: " The parcel " };
  expect(lineOf("next-step-note", answers)).toBe("The parcel\nCall back");
  expect(lineOf("friend-voice", { line: "You did well", name: "Sam" })).toBe("You did well");
  expect(lineOf("ask-for-backup", { ask: "break" })).toBe("");
  expect(hasWords({ due: "2026-11-23T09:00", ask: "break" })).toBe(false);
  expect(hasWords({ open: "x" })).toBe(true);
});

test("what is parked becomes a step to come back to, one for each line", () => {
  const parked = notes("park-it", { things: "parcel\n\n  refund " });
  expect(parked.map((words) => words["text"])).toEqual(["parcel", "refund"]);
  expect(parked[0]).toEqual({ v: 1, t: "follow-up", text: "parcel", due: null, done: false });
});

test("a next step, a line, an ask and a proof are kept as what they are; nothing said keeps nothing", () => {
  const [step] = notes("next-step-note", { step: "Call back", due: "2026-11-23T09:00" });
  expect(step).toMatchObject({ t: "follow-up", text: "Call back", due: "2026-11-23T09:00" });
  const [line] = notes("can-do-line", { can: "What I can do is send it again", by: "by Friday" });
  expect(line).toMatchObject({ t: "phrase", text: "What I can do is send it again by Friday" });
  const [asked] = notes("ask-work", { happens: "No breaks", does: "", helps: "Cover" });
  expect(asked).toMatchObject({ t: "ask-work", happens: "No breaks", state: "mine" });
  const small = notes("one-small-lesson", { keep: "My slow start", change: " " });
  expect(small).toEqual([{ v: 1, t: "lesson", text: "My slow start" }]);
  expect(notes("proof-file", { proof: "I kept calm" })).toMatchObject([{ t: "proof" }]);
  for (const tool of tools) expect(notes(tool.id, {})).toEqual([]);
});
