import type { JSX } from "preact";
import { t } from "../language/first.ts";
import { sentenceOf } from "../language/troubles.ts";

/** What went wrong, said aloud; whoever has to sign in again is shown where. */
export function Problem({ trouble }: { trouble: unknown }): JSX.Element {
  const { code } = trouble as { code?: string };
  return (
    <p class="problem" role="alert">
      {sentenceOf(trouble)}{" "}
      {code === "sign-in-needed" && <a href="/sign-in">{t("state.sign-in")}</a>}
    </p>
  );
}
