import { titleOf } from "../entries/EntryCard.tsx";
import { viewOf } from "../entries/words.ts";
import { listLabel } from "../language/dates.ts";
import { t } from "../language/sharing.ts";
import { itemOf } from "../shell/device.ts";
import type { Standing } from "./standing.ts";

/** What a copy is about: its own words' title, as the coach sees it. */
export function aboutLabel({ copy, of }: Standing): string {
  const entry = of === null ? undefined : itemOf(of);
  const isAsk = copy.words.t === "ask-work";
  const title = isAsk ? t("copy.ask") : titleOf(viewOf(entry ?? copy));
  const { text } = viewOf(copy);
  const asked = copy.words["happens"];
  return listLabel([title, text || (typeof asked === "string" ? asked : "")].filter(Boolean));
}
