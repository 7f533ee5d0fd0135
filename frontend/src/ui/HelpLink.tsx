import type { JSX } from "preact";
import { t } from "../language/first.ts";
import { helpAddress } from "../language/languages.ts";
import { speech } from "../language/speech.ts";

/** *Get help now*: the same place and word on every screen; the page keeps the light it came from. */
export function HelpLink(): JSX.Element {
  const look = document.documentElement.dataset["look"] ?? "";
  return (
    <a class="help" href={`${helpAddress(speech.value.language)}#${look}`}>
      {t("app.help")}
    </a>
  );
}
