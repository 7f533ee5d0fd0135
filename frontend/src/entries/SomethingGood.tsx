import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/entries.ts";
import { loadLibrary, triggerFile } from "../library/catalogue.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { closeSheet, goToStep, place } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { RiseMark } from "../ui/Marks.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { DraftGate } from "./DraftGate.tsx";
import { useHurry } from "./hurry.ts";
import { EntryInProgress } from "./inProgress.ts";
import { NextButton, StepFoot } from "./StepParts.tsx";
import { type Moment, momentOf } from "./words.ts";

type Bright = Moment & { bright?: string; text?: string };
type Props = { entry: EntryInProgress<Bright> };

const DRAFT = "something-good";

/** Something good, kept in one tap; a line to remember it by is welcome. */
export default function SomethingGood(): JSX.Element {
  useEffect(loadLibrary, []);
  return (
    <DraftGate<Bright>
      label={t("good.title")}
      draft={DRAFT}
      begin={() => new EntryInProgress<Bright>(DRAFT, "bright-spot", momentOf(new Date()))}
      resume={(members, kept) => new EntryInProgress<Bright>(DRAFT, "bright-spot", members, kept)}
    >
      {(entry) => <BrightSheet entry={entry} />}
    </DraftGate>
  );
}

function BrightSheet({ entry }: Props): JSX.Element {
  useHurry(entry);
  const step = place.value?.step === "line" ? 1 : 0;
  const close = () => {
    if (entry.kept.value.item) void entry.finish();
    closeSheet();
  };
  return (
    <Sheet label={t("good.title")} at={{ step, of: 2 }} onClose={close}>
      {step === 0 ? <SpotStep entry={entry} /> : <LineStep entry={entry} close={close} />}
    </Sheet>
  );
}

function SpotStep({ entry }: Props): JSX.Element {
  const next = () => {
    entry.standAt("line");
    void entry.keep();
    goToStep("line");
  };
  const { bright } = entry.members.value;
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("good.title")}</StepHeading>
        <p class="soft">{t("good.lead")}</p>
        <Choices
          legend={t("good.title")}
          look="rows"
          options={triggerFile.read.value?.bright_spots ?? []}
          value={bright}
          onPick={(id) => entry.change({ bright: id })}
          onTapped={next}
        />
      </div>
      <StepFoot call={entry}>{bright && <NextButton onClick={next} />}</StepFoot>
    </>
  );
}

function LineStep({ entry, close }: Props & { close: () => void }): JSX.Element {
  return (
    <>
      <div class="sheet-body">
        <RiseMark size={56} />
        <StepHeading>{t("good.saved")}</StepHeading>
        <OwnWords
          label={t("good.line")}
          labelSeen
          value={entry.members.value.text ?? ""}
          hint={t("line.hint")}
          onInput={(text) => entry.change({ text })}
        />
      </div>
      <StepFoot call={entry}>
        <NextButton onClick={close} label={t("act.done")} />
      </StepFoot>
    </>
  );
}
