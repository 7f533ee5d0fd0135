import { titleOf } from "../entries/EntryCard.tsx";
import { viewOf } from "../entries/words.ts";
import { t } from "../language/sharing.ts";
import { itemOf } from "../shell/device.ts";
import type { Standing } from "./standing.ts";

/** What a copy is about, in a few words. */
export function aboutLabel({ copy, of, backup }: Standing): string {
  if (copy.words.t === "ask-work") return t("copy.ask");
  if (of === null && backup) return t("stand.backup");
  const entry = of === null ? undefined : itemOf(of);
  return titleOf(viewOf(entry ?? copy));
}

/** The words that were handed over. */
export function wordsOf({ copy }: Standing): string {
  const asked = copy.words["happens"];
  return typeof asked === "string" ? asked : viewOf(copy).text;
}
