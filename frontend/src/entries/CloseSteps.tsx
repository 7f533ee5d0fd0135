import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/entries.ts";
import { HelpRow } from "../safety/HelpRow.tsx";
import { hour } from "../shell/look.ts";
import { closeSheet } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { Field } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { StillMark } from "../ui/Marks.tsx";
import { type Call, helpReasonOf } from "./roughCall.ts";
import { NextButton, StepFoot, type StepProps } from "./StepParts.tsx";

const STEPS = ["close.water", "close.stand", "close.air", "close.talk", "close.backup"] as const;
const NONE = "none";
const OWN = "own";

const options = () => [
  { id: NONE, label: t("close.none") },
  ...STEPS.map((key) => ({ id: key as string, label: t(key) })),
  { id: OWN, label: t("close.own") },
];

/** Which of the choices a close is; a step in other words is one's own. */
function choiceOf({ close }: Call): string | undefined {
  if (!close) return undefined;
  if (close.kind === NONE) return NONE;
  return STEPS.find((key) => t(key) === close.text) ?? OWN;
}

export function CloseStep({ call, next }: StepProps): JSX.Element {
  const { close } = call.members.value;
  const [own, setOwn] = useState(choiceOf(call.members.value) === OWN);
  const pick = (id: string) => {
    setOwn(id === OWN);
    if (id === NONE) call.change({ close: { kind: "none" } });
    else if (id !== OWN) call.change({ close: { kind: "step", text: t(id as "close.water") } });
    else call.change({ close: { kind: "step", text: "" } });
  };
  const finish = () => {
    void call.finish();
    next();
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("close.title")}</StepHeading>
        <Choices
          legend={t("close.title")}
          options={options()}
          value={own ? OWN : choiceOf(call.members.value)}
          onPick={pick}
          onTapped={(id) => id !== OWN && finish()}
        />
        {own && (
          <Field
            label={t("close.own-label")}
            value={close?.text ?? ""}
            maxLength={400}
            onInput={(text) => call.change({ close: { kind: "step", text } })}
          />
        )}
      </div>
      <StepFoot call={call}>
        {close && <NextButton onClick={finish} label={t("act.done")} />}
      </StepFoot>
    </>
  );
}

function ending(call: Call): string {
  if ((call.intensity ?? 0) >= 3) return t("end.hard");
  return hour.value === "night" ? t("end.night") : t("end.easy");
}

export function EndStep({ call }: StepProps): JSX.Element {
  const members = call.members.value;
  const step = members.close?.kind === "step" ? members.close.text : "";
  return (
    <>
      <div class="sheet-body centre">
        <StillMark />
        <StepHeading>{ending(members)}</StepHeading>
        {step && <p class="lead">{t("end.step", { step })}</p>}
        <HelpRow reason={helpReasonOf(members, call.kept.value.item)} />
      </div>
      <StepFoot call={call}>
        <NextButton onClick={closeSheet} label={t("act.done")} />
      </StepFoot>
    </>
  );
}
