import type { JSX } from "preact";
import { useLocation } from "preact-iso";
import { t } from "../language/first.ts";
import { late } from "../ui/late.tsx";
import { Notice } from "../ui/Notice.tsx";
import { brokenStart, state } from "./device.ts";

/** What must not be missed, on every screen: it stays until it is no longer so. */
export function Alarms(): JSX.Element {
  const { storage, shared, phase, alarms, attention, emptied, writtenBefore } = state.value;
  return (
    <>
      {brokenStart.value && <BrokenStart />}
      {phase === "ready" && storage === "memory" && !shared && (
        <Notice loud title={t("memory.title")}>
          <p>{t("memory.body")}</p>
        </Notice>
      )}
      {emptied && (
        <Notice loud title={t("emptied.title")}>
          <p>
            {t("emptied.body")} <a href="/unlock">{t("state.unlock")}</a>
          </p>
        </Notice>
      )}
      {shared && (
        <Notice title={t("shared.title")}>
          <p>{t("shared.body")}</p>
        </Notice>
      )}
      {alarms.length > 0 && <WhatIsWrong alarms={alarms} />}
      {attention.length > 0 && (
        <Notice loud title={t("attention.title", { n: attention.length })}>
          <p>{t("attention.body")}</p>
        </Notice>
      )}
      {writtenBefore > 0 && <Before n={writtenBefore} />}
    </>
  );
}

const WhatIsWrong = late(() => import("./WhatIsWrong.tsx"));

function Before({ n }: { n: number }): JSX.Element | null {
  const { path } = useLocation();
  if (path === "/written-before" || path === "/unlock") return null;
  return (
    <Notice>
      <p>{t("state.before", { n })}</p>
      <a class="button quiet" href="/written-before">
        {t("state.before-answer")}
      </a>
    </Notice>
  );
}

function BrokenStart(): JSX.Element {
  return (
    <Notice loud title={t("broken.start")}>
      <p>{t("broken.start-body")}</p>
      <button type="button" class="button quiet" onClick={() => location.reload()}>
        {t("broken.again")}
      </button>
    </Notice>
  );
}
