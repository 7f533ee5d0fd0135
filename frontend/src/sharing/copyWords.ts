import { viewOf } from "../entries/words.ts";
import type { OpenItem, Words } from "../feeds/words.ts";

/** What can be left out of a copy. */
export type Field = "text" | "trigger" | "feelings" | "intensity" | "day";
/** What a copy is made from: everything that could be in it. */
export type Sheet = {
  t: string;
  text: string;
  trigger: readonly string[];
  feelings: readonly string[];
  intensity: number | undefined;
  mood: number | undefined;
  bright: string | undefined;
  day: string | undefined;
};

const FIELDS: readonly Field[] = ["text", "trigger", "feelings", "intensity", "day"];
/** What the form of a copy knows; anything else goes as a check-in, by its words. */
const SORTS = ["encounter", "check-in", "bright-spot", "before-shift", "after-shift", "tool"];

/** What of an entry, or of an ask for work, a copy can hold. Never the minute, never a tool or a close. */
export function sheetOf(item: Pick<OpenItem, "words" | "kind" | "day">): Sheet {
  const { words } = item;
  if (words.t === "ask-work") return askSheet(words);
  const view = viewOf(item);
  return {
    t: SORTS.includes(view.sort) ? view.sort : "check-in",
    text: view.text,
    trigger: view.triggers,
    feelings: view.feelings,
    intensity: view.intensity,
    mood: view.mood,
    bright: view.bright,
    day: item.day,
  };
}

/** An ask about work is handed over as words: what happens, what it does, what would help. */
function askSheet({ happens, does, helps }: Words): Sheet {
  const lines = [happens, does, helps].filter((line) => typeof line === "string" && line !== "");
  return { ...blankSheet("ask-work"), text: lines.join("\n") };
}

/** To begin with nothing but words. */
export function blankSheet(t: string): Sheet {
  return {
    t,
    text: "",
    trigger: [],
    feelings: [],
    intensity: undefined,
    mood: undefined,
    bright: undefined,
    day: undefined,
  };
}

/** Which fields there are to tick at all. */
export function fieldsIn(sheet: Sheet): Field[] {
  const isThere: Record<Field, boolean> = {
    text: true,
    trigger: sheet.trigger.length > 0 || sheet.bright !== undefined,
    feelings: sheet.feelings.length > 0,
    intensity: sheet.intensity !== undefined || sheet.mood !== undefined,
    day: sheet.day !== undefined,
  };
  return FIELDS.filter((field) => isThere[field]);
}

/** The words of a copy: what is ticked, and whether backup is wanted. */
export function copyWords(sheet: Sheet, ticked: readonly Field[], backup: boolean): Words {
  const { t, text, trigger, feelings, intensity, mood, bright, day } = sheet;
  const members: Record<Field, Record<string, unknown>> = {
    text: t === "ask-work" ? { happens: text.trim() } : { text: text.trim() },
    trigger: { trigger, bright },
    feelings: { feelings },
    intensity: { intensity, mood },
    day: { day },
  };
  const left = FIELDS.filter((field) => ticked.includes(field)).map((field) => members[field]);
  const said = Object.entries(Object.assign({}, ...left) as Record<string, unknown>);
  const given = said.filter(([, value]) => !isEmpty(value));
  return { v: 1, t, ...Object.fromEntries(given), backup };
}

const isEmpty = (value: unknown) =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether there is anything in it to read. */
export function saysSomething(words: Words): boolean {
  return Object.keys(words).some((name) => !["v", "t", "backup", "day"].includes(name));
}
