import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/sharing.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { StillMark } from "../ui/Marks.tsx";
import { takeBack } from "./acts.ts";
import { refusedLabel } from "./labels.ts";
import type { Stand } from "./standing.ts";
import { out } from "./state.ts";

const TITLES: Partial<Record<Stand, "copy.sent" | "copy.kept" | "copy.refused">> = {
  out: "copy.sent",
  refused: "copy.refused",
};

/** Where the copy is now, honestly: with them, or still on this phone. */
export function SentStep({ copy }: { copy: string }): JSX.Element {
  const [taken, setTaken] = useState("");
  const one = out.value.find((each) => each.copy.item === copy);
  const take = async () => {
    await takeBack(copy);
    setTaken(one?.name ?? "");
  };
  const title = one ? (TITLES[one.stand] ?? "copy.kept") : undefined;
  return (
    <>
      <div class="sheet-body centre">
        <StillMark />
        {taken && <StepHeading>{t("back.taken", { name: taken })}</StepHeading>}
        {!taken && one && title && (
          <>
            <StepHeading>{t(title, { name: one.name })}</StepHeading>
            <p role="status">
              {one.stand === "refused" ? refusedLabel(one.code) : t("copy.after")}
            </p>
          </>
        )}
      </div>
      <footer class="sheet-foot">
        {one && (
          <ActButton kind="quiet" act={take}>
            {t("back.take")}
          </ActButton>
        )}
        <button type="button" class="button" onClick={closeSheet}>
          {t("act.done")}
        </button>
      </footer>
    </>
  );
}
