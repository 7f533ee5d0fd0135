import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../language/calls.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { DraftGate } from "./DraftGate.tsx";
import { useHurry } from "./hurry.ts";
import { EntryInProgress } from "./inProgress.ts";
import { Reframe } from "./Reframe.tsx";
import { NextButton, StepFoot } from "./StepParts.tsx";
import { TallyCard } from "./TallyCard.tsx";
import { TriggerPick } from "./TriggerPick.tsx";
import { countOf, encountersOf, isWhole, type Shift, withTriggers } from "./wholeShift.ts";
import { momentOf } from "./words.ts";
import "./wholeShift.css";

const DRAFT = "whole-shift";
const STEPS = ["which", "how", "end"] as const;

/** A whole shift at once: what came up, how many, how big; one encounter for each. */
export default function WholeShift(): JSX.Element {
  useEffect(loadLibrary, []);
  return (
    <DraftGate<Shift>
      label={t("shift.title")}
      draft={DRAFT}
      begin={() => shiftOf({ tallies: [], ...momentOf(new Date()) })}
      resume={(members) => shiftOf({ ...members, tallies: members.tallies ?? [] })}
    >
      {(shift) => <ShiftSheet shift={shift} />}
    </DraftGate>
  );
}

const shiftOf = (members: Shift) => new EntryInProgress<Shift>(DRAFT, "encounter", members);

type Props = { shift: EntryInProgress<Shift> };

function ShiftSheet({ shift }: Props): JSX.Element {
  const asked = place.value?.step as (typeof STEPS)[number];
  const step = STEPS.includes(asked) ? asked : "which";
  useHurry(shift);
  useEffect(() => {
    beAtStep(step);
    if (step !== "end") shift.standAt(step);
  }, [shift, step]);
  return (
    <Sheet
      label={t("shift.title")}
      at={{ step: STEPS.indexOf(step), of: STEPS.length }}
      onClose={closeSheet}
    >
      {step === "which" && <WhichStep shift={shift} />}
      {step === "how" && <HowStep shift={shift} />}
      {step === "end" && <EndStep shift={shift} />}
    </Sheet>
  );
}

function WhichStep({ shift }: Props): JSX.Element {
  const { tallies } = shift.members.value;
  const values = tallies.map(({ trigger }) => trigger);
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("shift.which")}</StepHeading>
        <p class="soft">{t("shift.which-lead")}</p>
        <TriggerPick
          values={values}
          onChange={(picked) => shift.change({ tallies: withTriggers(tallies, picked) })}
        />
      </div>
      <StepFoot call={shift}>
        {tallies.length > 0 && <NextButton onClick={() => goToStep("how")} />}
      </StepFoot>
    </>
  );
}

function HowStep({ shift }: Props): JSX.Element {
  const members = shift.members.value;
  const save = async () => {
    if (await shift.keepAll(encountersOf(members))) goToStep("end");
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("shift.how")}</StepHeading>
        {members.tallies.map((tally) => (
          <TallyCard
            key={tally.trigger}
            tally={tally}
            onChange={(change) => shift.change({ tallies: change(members.tallies) })}
          />
        ))}
      </div>
      <StepFoot call={shift}>
        {isWhole(members) ? (
          <NextButton
            onClick={() => void save()}
            label={t("shift.save", { n: countOf(members) })}
          />
        ) : (
          <p class="soft centred">{t("shift.sizes-left")}</p>
        )}
      </StepFoot>
    </>
  );
}

function EndStep({ shift }: Props): JSX.Element {
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("shift.end")}</StepHeading>
        <p class="soft">{t("shift.end-lead")}</p>
        <Reframe shift={shift.members.value} />
      </div>
      <StepFoot call={shift}>
        <NextButton onClick={closeSheet} label={t("act.done")} />
      </StepFoot>
    </>
  );
}
