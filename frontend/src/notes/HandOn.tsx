import type { JSX } from "preact";
import type { OpenItem } from "../feeds/words.ts";
import { t } from "../language/notes.ts";
import { Hand } from "../techniques/Hand.tsx";
import { linesOf } from "./handing.ts";

/** A whole list as plain lines, for whoever begins; the person sends it, or does not. */
export default function HandOn({ notes }: { notes: readonly OpenItem[] }): JSX.Element {
  return (
    <section class="stack tight">
      <Hand text={linesOf(notes)} label={t("new.hand")} />
      <p class="soft">{t("new.hand-hint")}</p>
    </section>
  );
}
