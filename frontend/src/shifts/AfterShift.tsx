import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { DraftGate } from "../entries/DraftGate.tsx";
import { useHurry } from "../entries/hurry.ts";
import { SaveLine } from "../entries/SaveLine.tsx";
import { NextButton, SkipButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/shifts.ts";
import { loadLibrary, promptFile } from "../library/catalogue.ts";
import { AskedPrompt, answerTo } from "../prompts/AskedPrompt.tsx";
import { useOffer } from "../prompts/offering.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { entries } from "../shell/device.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { Ending } from "../ui/Ending.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { type After, AfterInProgress, DRAFT, STEPS_OF_ITS_OWN, shiftSoFar } from "./after.ts";
import { GoodStep } from "./GoodStep.tsx";
import "./shifts.css";

const STEPS = ["question", "good", "over", "end"] as const;
type Step = (typeof STEPS)[number];

/** The end of a shift, in two minutes or less: every step of it can be left out. */
export default function AfterShift(): JSX.Element {
  useEffect(() => {
    loadLibrary();
    promptFile.load();
  }, []);
  return (
    <DraftGate<After>
      label={t("after.title")}
      draft={DRAFT}
      begin={() => AfterInProgress.begun(new Date())}
      resume={(members, kept) => AfterInProgress.from(members, kept)}
    >
      {(entry) => <Steps entry={entry as AfterInProgress} />}
    </DraftGate>
  );
}

type Props = { entry: AfterInProgress };

function Steps({ entry }: Props): JSX.Element {
  const wanted = place.value?.step as Step;
  const step = STEPS.includes(wanted) ? wanted : "question";
  useHurry(entry);
  useEffect(() => {
    beAtStep(step);
    if (step !== "end") entry.standAt(step);
  }, [entry, step]);
  const at = { step: STEPS.indexOf(step), of: STEPS.length - 1 };
  return (
    <Sheet label={t("after.title")} {...(step === "end" ? {} : { at })} onClose={closeSheet}>
      {step === "question" && <Question entry={entry} />}
      {step === "good" && <GoodStep entry={entry} next={() => goToStep("over")} />}
      {step === "over" && <Over entry={entry} />}
      {step === "end" && <End entry={entry} />}
    </Sheet>
  );
}

function Question({ entry }: Props): JSX.Element {
  const { prompt, at } = entry.members.value;
  const { offered, another } = useOffer({
    item: at, // the same one for this shift, also after a reload
    phase: "after-shift",
    ...shiftSoFar(entries.value, today.value),
    except: STEPS_OF_ITS_OWN,
  });
  const next = () => goToStep("good");
  const asked = offered === "tool" ? undefined : offered;
  const answer = answerTo(asked, prompt);
  return (
    <>
      <div class="sheet-body low">
        <AskedPrompt
          asked={asked}
          title={t("after.title")}
          given={prompt}
          onAnswer={(said) => entry.change({ prompt: said })}
          onAnother={another}
        />
      </div>
      <StepFoot call={entry}>
        {answer ? <NextButton onClick={next} /> : <SkipButton onClick={next} />}
      </StepFoot>
    </>
  );
}

function Over({ entry }: Props): JSX.Element {
  const over = () => {
    void entry.over();
    goToStep("end");
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("after.over")}</StepHeading>
        <div class="one-line">
          <OwnWords
            label={t("after.over-line")}
            labelSeen
            value={entry.members.value.text ?? ""}
            onInput={(text) => entry.change({ text })}
          />
        </div>
      </div>
      <StepFoot call={entry}>
        <NextButton onClick={over} label={t("after.over-act")} />
      </StepFoot>
    </>
  );
}

function End({ entry }: Props): JSX.Element {
  return (
    <Ending title={t("after.end")} acts={<SaveLine saving={entry.saving} kept={entry.kept} />} />
  );
}
