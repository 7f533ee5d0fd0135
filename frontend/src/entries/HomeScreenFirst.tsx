import type { JSX } from "preact";
import { t } from "../language/entries.ts";
import { entries, state } from "../shell/device.ts";
import { Notice } from "../ui/Notice.tsx";

/** In a tab of an iPhone: the installed app has a storage of its own, so the order of things matters. */
export default function HomeScreenFirst(): JSX.Element | null {
  const { phase, account, storage } = state.value;
  if (phase === "starting" || storage === "memory") return null;
  if (account) {
    return (
      <Notice title={t("iphone.next")}>
        <p>{t("iphone.next-body")}</p>
      </Notice>
    );
  }
  if (entries.value.length === 0) {
    return (
      <Notice title={t("iphone.first")}>
        <p>{t("iphone.first-body")}</p>
      </Notice>
    );
  }
  return (
    <Notice title={t("iphone.written")}>
      <p>{t("iphone.written-body")}</p>
      <a class="button quiet" href="/sign-up">
        {t("state.keep-safe")}
      </a>
    </Notice>
  );
}
