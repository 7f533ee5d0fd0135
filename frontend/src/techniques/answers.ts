import type { Change } from "../feeds/device.ts";
import type { Technique } from "../library/catalogue.ts";

/** What somebody wrote while doing a tool, by the name of the field. */
export type Answers = Readonly<Record<string, string>>;

/** The name of the field under each step of a tool; null is a step that asks for nothing. */
export const FIELDS: Readonly<Record<string, readonly (string | null)[]>> = {
  "other-door": ["need", "way", "key"],
  "one-small-lesson": ["keep", "change", null],
  "facts-and-guesses": ["fact", "guess", null],
  "two-sides": ["doubt", "fact", "reason"],
  "year-from-now": [null, null, "line"],
  "my-part": ["mine", "theirs", null],
  "can-do-line": ["can", "or", "by"],
  "next-step-note": ["open", "step", "due"],
  "park-it": ["things", null, null],
  "good-three": ["one", "part", "more"],
  "day-is-done": [null, "stays", "mine"],
  "ask-work": ["happens", "does", "helps"],
};

/** Not for the line of the entry: a date, how one calls oneself, what was asked for. */
const ASIDE: readonly (string | null)[] = [null, "due", "name", "light", "ask"];

const told = (answers: Answers, key: string) => answers[key]?.trim() ?? "";

/** Two sides of a doubt: a fact and a kind reason are both there, or neither is. */
export function isHalfDone(technique: string, answers: Answers): boolean {
  if (technique !== "two-sides") return false;
  return Boolean(told(answers, "fact")) !== Boolean(told(answers, "reason"));
}

export function hasWords(answers: Answers | undefined): boolean {
  return Object.entries(answers ?? {}).some(([key, text]) => !ASIDE.includes(key) && text.trim());
}

/** What was written as the line of the entry, in the order of its fields. */
export function lineOf(technique: string, answers: Answers): string {
  const fields = FIELDS[technique] ?? Object.keys(answers);
  return fields
    .filter((key) => !ASIDE.includes(key))
    .map((key) => told(answers, key ?? ""))
    .filter(Boolean)
    .join("\n");
}

type Note = { t: string; [member: string]: unknown };

function followUps(answers: Answers): Note[] {
  const lines = told(answers, "things").split("\n");
  const texts = lines.map((line) => line.trim()).filter(Boolean);
  return texts.map((text) => ({ t: "follow-up", text, due: null, done: false }));
}

function nextStep(answers: Answers): Note[] {
  const text = told(answers, "step") || told(answers, "open");
  const due = told(answers, "due") || null;
  return text ? [{ t: "follow-up", text, due, done: false }] : [];
}

function phrase(answers: Answers): Note[] {
  const text = ["can", "or", "by"].map((key) => told(answers, key)).filter(Boolean);
  return text.length > 0 ? [{ t: "phrase", text: text.join(" "), drill: null }] : [];
}

function ask(answers: Answers): Note[] {
  const [happens, does, helps] = ["happens", "does", "helps"].map((key) => told(answers, key));
  if (!happens) return [];
  return [{ t: "ask-work", happens, does, helps, state: "mine" }];
}

function proof(answers: Answers): Note[] {
  const text = told(answers, "proof");
  return text ? [{ t: "proof", text, from: null }] : [];
}

function lessons(answers: Answers): Note[] {
  const texts = ["keep", "change"].map((key) => told(answers, key)).filter(Boolean);
  return texts.map((text) => ({ t: "lesson", text }));
}

const NOTES: Readonly<Record<string, (answers: Answers) => Note[]>> = {
  "park-it": followUps,
  "next-step-note": nextStep,
  "can-do-line": phrase,
  "ask-work": ask,
  "one-small-lesson": lessons,
  "proof-file": proof,
};

/**
 * The notes a finished tool leaves behind. The ids are given, one for each: tried again after a
 * doubt, the same notes are written and not a second set.
 */
export function notesOf({ id }: Technique, answers: Answers, ids: () => string): Change[] {
  const notes = NOTES[id]?.(answers) ?? [];
  return notes.map((words) => ({ item: ids(), kind: "note", words: { v: 1, ...words } }));
}
