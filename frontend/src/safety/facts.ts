import type { OpenItem, Words } from "../feeds/device.ts";
import { speech } from "../language/speech.ts";

/** A fact note: when, how, which words, who heard. No feelings. */
export type Fact = { on: string; channel: string; said: string; witnesses: string };
/** How the file names its lines. */
export type FactLabels = Record<"head" | "when" | "channel" | "said" | "witnesses", string>;

const FACT = "fact";
const two = (n: number) => String(n).padStart(2, "0");

/** The minute on this phone's clock, as a field for date and time takes it. */
export function minuteOf(now: Date): string {
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

const textIn = (words: Words, member: keyof Fact) => {
  const value = words[member];
  return typeof value === "string" ? value : "";
};

/** The members of a fact note, or of a draft of one. */
export function factIn(words: Words): Fact {
  return {
    on: textIn(words, "on"),
    channel: textIn(words, "channel"),
    said: textIn(words, "said"),
    witnesses: textIn(words, "witnesses"),
  };
}

/** What is sealed; what was left empty is left out. */
export function wordsOfFact(fact: Fact): Words {
  const filled = Object.entries(fact).filter(([, value]) => value.trim() !== "");
  return { v: 1, t: FACT, ...Object.fromEntries(filled) };
}

/** The fact notes among the notes, the latest happening first. */
export function factsAmong(notes: readonly OpenItem[]): OpenItem[] {
  const facts = notes.filter(({ words }) => words.t === FACT);
  return facts.sort((a, b) => (textIn(a.words, "on") < textIn(b.words, "on") ? 1 : -1));
}

/** "Saturday, 21 November 2026 at 22:10", or only the day where the time is not known. */
export function whenLabel(on: string): string {
  const hasTime = on.includes("T");
  const when = new Date(`${on}${hasTime ? "" : "T12:00"}Z`);
  if (Number.isNaN(when.getTime())) return on;
  const time = hasTime ? ({ timeStyle: "short" } as const) : {};
  const { region } = speech.value;
  return new Intl.DateTimeFormat(region, { dateStyle: "full", ...time, timeZone: "UTC" }).format(
    when,
  );
}

/** The notes as a text to hand in or to keep: facts and nothing else. */
export function fileOf(facts: readonly Fact[], labels: FactLabels): string {
  const notes = facts.map((fact) =>
    [
      `${labels.when}: ${whenLabel(fact.on)}`,
      fact.channel && `${labels.channel}: ${fact.channel}`,
      fact.said && `${labels.said}:\n${fact.said}`,
      fact.witnesses && `${labels.witnesses}: ${fact.witnesses}`,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  return `${[labels.head, ...notes].join("\n\n---\n\n")}\n`;
}
