import { JournalTrouble } from "../errors.ts";
import { troubles } from "./en/troubles.ts";

const isKnown = (key: string): key is keyof typeof troubles => Object.hasOwn(troubles, key);

/** The sentence for a thing that went wrong: what happened to the words, and the next step. */
export function sentenceOf(trouble: unknown): string {
  const key = trouble instanceof JournalTrouble ? `trouble.${trouble.code}` : "";
  return troubles[isKnown(key) ? key : "trouble.unknown"];
}
