import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DraftGate } from "../entries/DraftGate.tsx";
import { useHurry } from "../entries/hurry.ts";
import { t } from "../language/sharing.ts";
import { loadLibrary, sharingFile } from "../library/catalogue.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { AskStep } from "./AskStep.tsx";
import { CopyStep } from "./CopyStep.tsx";
import { beginCopy, type Copying, type Making, resumeCopy, sheetFor } from "./copying.ts";
import { SentStep } from "./SentStep.tsx";
import type { PartProps } from "./shape.ts";
import { coaches } from "./state.ts";

/** Handing a copy over: change it, see what they will see, and then decide. */
export default function ShareSheet({ what, about }: PartProps): JSX.Element {
  const [made] = useState(() => sheetFor(what, about));
  useEffect(loadLibrary, []);
  useEffect(sharingFile.load, []);
  const draft = `${what} ${about}`;
  if (coaches.value.length === 0) return <Nobody isBackup={what === "backup"} />;
  return (
    <DraftGate<Copying>
      label={t("copy.open")}
      draft={draft}
      begin={() => beginCopy(what, draft, made.sheet)}
      resume={(members, kept) => resumeCopy(draft, members, kept)}
    >
      {(copying) => <Steps making={{ ...made, copying }} isBackup={what === "backup"} />}
    </DraftGate>
  );
}

type Step = "copy" | "ask" | "sent";
const STEPS: readonly Step[] = ["copy", "ask", "sent"];
type StepsProps = { making: Making; isBackup: boolean };

function Steps({ making, isBackup }: StepsProps): JSX.Element {
  const [sent, setSent] = useState("");
  const { copying } = making;
  const wanted = sent ? "sent" : (place.value?.step as Step);
  const step = STEPS.includes(wanted) && (wanted !== "sent" || sent) ? wanted : "copy";
  useHurry(copying);
  useEffect(() => {
    beAtStep(step);
    if (step !== "sent") copying.standAt(step);
  }, [copying, step]);
  const done = async (copy: string) => {
    setSent(copy);
    await copying.dropDraft();
  };
  return (
    <Sheet
      label={t("copy.open")}
      at={{ step: STEPS.indexOf(step), of: STEPS.length }}
      onClose={closeSheet}
    >
      {step === "copy" && <CopyStep {...{ making, isBackup }} next={() => goToStep("ask")} />}
      {step === "ask" && <AskStep making={making} onSent={done} />}
      {step === "sent" && <SentStep copy={sent} />}
    </Sheet>
  );
}

function Nobody({ isBackup }: { isBackup: boolean }): JSX.Element {
  return (
    <Sheet label={t("copy.open")} onClose={closeSheet}>
      <div class="sheet-body low">
        <StepHeading>{t("copy.nobody")}</StepHeading>
        <p>{isBackup ? t("backup.none") : t("copy.nobody-body")}</p>
      </div>
      <footer class="sheet-foot">
        <a class="button quiet" href="/sharing">
          {t("copy.nobody-act")}
        </a>
        <button type="button" class="button" onClick={closeSheet}>
          {t("act.close")}
        </button>
      </footer>
    </Sheet>
  );
}
