import { JournalTrouble } from "../errors.ts";
import { troubles as english } from "./en/troubles.ts";
import { part, speaking } from "./t.ts";

export const troubles = part(english, { es: () => import("./es/troubles.ts") });

const t = speaking(troubles);
const isKnown = (key: string): key is keyof typeof english => Object.hasOwn(english, key);

/** The sentence for a thing that went wrong: what happened to the words, and the next step. */
export function sentenceOf(trouble: unknown): string {
  const key = trouble instanceof JournalTrouble ? `trouble.${trouble.code}` : "";
  return t(isKnown(key) ? key : "trouble.unknown");
}
