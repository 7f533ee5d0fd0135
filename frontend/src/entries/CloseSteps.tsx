import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { Choices } from "../ui/Choices.tsx";
import { Field } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { Call } from "./roughCall.ts";
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

/** A small step, or none at all: both end it. */
export function CloseStep({ call, next }: StepProps): JSX.Element {
  const { close } = call.members.value;
  const [own, setOwn] = useState(choiceOf(call.members.value) === OWN);
  const pick = (id: string) => {
    setOwn(id === OWN);
    if (id === NONE) call.change({ close: { kind: "none" } });
    else if (id !== OWN) call.change({ close: { kind: "step", text: t(id as "close.water") } });
    else call.change({ close: { kind: "step", text: "" } });
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("close.title")}</StepHeading>
        <div class="pairs">
          <Choices
            legend={t("close.title")}
            options={options()}
            value={own ? OWN : choiceOf(call.members.value)}
            onPick={pick}
            onTapped={(id) => id !== OWN && next()}
          />
        </div>
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
        {close && <NextButton onClick={next} label={t("act.done")} />}
      </StepFoot>
    </>
  );
}
