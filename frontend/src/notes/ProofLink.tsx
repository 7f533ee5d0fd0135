import type { JSX } from "preact";
import { triggerOf } from "../entries/triggers.ts";
// The rough call says it: the sentences of the lists come only with them.
import { t } from "../language/calls.ts";
import { goToSheet } from "../shell/sheets.ts";

/** Where what happened makes one doubt oneself, the proof file is one tap away. */
export function ProofLink({ triggers }: { triggers: readonly string[] }): JSX.Element | false {
  return (
    triggers.some((id) => triggerOf(id)?.first_offer?.includes("proof-file")) && (
      <button type="button" class="button plain" onClick={() => goToSheet("notes", "proof")}>
        {t("proof.open")}
      </button>
    )
  );
}
