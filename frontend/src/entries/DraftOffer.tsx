import type { JSX } from "preact";
import type { Words } from "../feeds/device.ts";
import { clockLabel } from "../language/dates.ts";
import { t } from "../language/entries.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { Kept } from "./inProgress.ts";

type Props = {
  found: { words: Words; kept: Kept };
  onResume: () => void;
  onNew: () => Promise<void>;
};

/** What was begun and not finished: to go on with, or to leave for a new one. */
export function DraftOffer({ found, onResume, onNew }: Props): JSX.Element {
  const when = clockLabel(String(found.words["at"]), undefined);
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("draft.title")}</StepHeading>
        <p class="lead">{t("draft.body")}</p>
        {when && <p class="soft">{t("draft.since", { when })}</p>}
        {found.kept.item && <p class="soft">{t("draft.new-kept")}</p>}
      </div>
      <footer class="sheet-foot">
        <ActButton kind="quiet" act={onNew}>
          {t("draft.new")}
        </ActButton>
        <button type="button" class="button" onClick={onResume}>
          {t("draft.resume")}
        </button>
      </footer>
    </>
  );
}
