import type { JSX } from "preact";
// The rough call says it: the sentences of the lists come only with them.
import { t } from "../language/calls.ts";
import { triggersById } from "../library/catalogue.ts";
import { goToSheet } from "../shell/sheets.ts";

const PROOF = "proof-file";

/** Where what happened makes one doubt oneself, the proof file is one tap away. */
export function ProofLink({ triggers }: { triggers: readonly string[] }): JSX.Element | null {
  const isDoubt = triggers.some((id) => triggersById.value.get(id)?.first_offer?.includes(PROOF));
  if (!isDoubt) return null;
  return (
    <button type="button" class="button plain" onClick={() => goToSheet("notes", "proof")}>
      {t("proof.open")}
    </button>
  );
}
