import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import { t } from "../language/entries.ts";
import { closeSheet } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { Breath } from "./Breath.tsx";

/** One minute in which nothing has to be said or written. */
const ROUNDS = 6;

export default function Breathe(): JSX.Element {
  const [ended, setEnded] = useState(false);
  const onEnd = useCallback(() => setEnded(true), []);
  return (
    <Sheet label={t("breathe.title")} onClose={closeSheet}>
      <div class="sheet-body centre">
        <StepHeading>{t("breathe.title")}</StepHeading>
        <Breath onEnd={onEnd} rounds={ROUNDS} />
        <p class="soft">{ended ? t("breath.end") : t("breath.lead")}</p>
      </div>
      <footer class="sheet-foot">
        <button type="button" class={ended ? "button" : "button quiet"} onClick={closeSheet}>
          {ended ? t("act.done") : t("breathe.enough")}
        </button>
      </footer>
    </Sheet>
  );
}
