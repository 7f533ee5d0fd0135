import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/safety.ts";
import { HelpLink } from "../ui/HelpLink.tsx";
import type { HelpReason } from "./help.ts";
import { SiteWayWords } from "./SiteWayWords.tsx";
import "./safety.css";
import { loadSite, site } from "./site.ts";

/** *Get help now*, once more, inside a flow; for a caller in danger with the work place's own steps. */
export function HelpRow({ reason }: { reason: HelpReason | null }): JSX.Element | null {
  useEffect(loadSite, []);
  if (reason === null) return null;
  return (
    <div class="notice help-row">
      <p>{t(`help-row.${reason}`)}</p>
      {reason === "in-danger" && <CallerSteps />}
      <HelpLink />
    </div>
  );
}

/** What the work place says for a caller in danger; where it says nothing, that is said. */
function CallerSteps(): JSX.Element {
  const steps = site.value?.caller_in_danger;
  if (!steps) return <p>{t("help-row.no-steps")}</p>;
  return (
    <>
      <p class="soft">{t("help-row.steps")}</p>
      <SiteWayWords way={steps} />
    </>
  );
}
