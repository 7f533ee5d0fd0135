import { JournalTrouble } from "../errors.ts";
import { isKey, t } from "./t.ts";

/** The sentence for a thing that went wrong: what happened to the words, and the next step. */
export function sentenceOf(trouble: unknown): string {
  const key = trouble instanceof JournalTrouble ? `trouble.${trouble.code}` : "";
  return isKey(key) && key.startsWith("trouble.")
    ? t(key as "trouble.unknown")
    : t("trouble.unknown");
}
