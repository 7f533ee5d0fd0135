import type { JSX } from "preact";
import { JournalTrouble } from "../errors.ts";
import { t } from "../language/first.ts";
import { sentenceOf } from "../language/troubles.ts";

/** What went wrong, said aloud; whoever has to sign in again is shown where. */
export function Problem({ trouble }: { trouble: unknown }): JSX.Element {
  const isSignedOut = trouble instanceof JournalTrouble && trouble.code === "sign-in-needed";
  return (
    <p class="problem" role="alert">
      {sentenceOf(trouble)} {isSignedOut && <a href="/sign-in">{t("state.sign-in")}</a>}
    </p>
  );
}
