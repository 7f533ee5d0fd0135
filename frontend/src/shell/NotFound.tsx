import type { JSX } from "preact";
import { t } from "../language/first.ts";
import { StillMark } from "../ui/Marks.tsx";

/** An address that leads nowhere. */
export function NotFound(): JSX.Element {
  return (
    <div class="empty">
      <StillMark />
      <h1 tabIndex={-1}>{t("not-found.title")}</h1>
      <p class="soft">{t("not-found.body")}</p>
      <a class="button quiet" href="/">
        {t("not-found.home")}
      </a>
    </div>
  );
}
