import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { late } from "../ui/late.tsx";
import { afterWords, asksFirst, settling } from "./course.ts";
import { toolsFor } from "./offered.ts";
import { isNotOkay } from "./roughCall.ts";
import { SaveLine } from "./SaveLine.tsx";
import type { StepProps } from "./StepParts.tsx";
import { ToolStep } from "./ToolStep.tsx";

const PromptStep = late(() => import("./PromptStep.tsx"));
const AfterNotOkay = late(() =>
  import("../safety/AfterNotOkay.tsx").then((file) => file.AfterNotOkay),
);

/** Before any word, while it is big: something for the body, offered and never required. */
export function SettleStep(props: StepProps): JSX.Element {
  return <ToolStep {...props} title={t("settle.title")} narrow={settling} />;
}

/** One thing after the words: a question or a tool; after what is not okay, what is owed instead. */
export function OfferStep(props: StepProps): JSX.Element {
  const members = props.call.members.value;
  const [asks] = useState(() => asksFirst(toolsFor(members), members.intensity));
  if (isNotOkay(members)) return <OwedStep {...props} />;
  return asks ? <PromptStep {...props} /> : <ToolAfterWords {...props} />;
}

function ToolAfterWords(props: StepProps): JSX.Element {
  return <ToolStep {...props} title={t("offer.title")} narrow={afterWords} />;
}

function OwedStep({ call, next }: StepProps): JSX.Element {
  const rest = (step: string) => {
    call.change({ close: { kind: "step", text: step } });
    void call.keep();
    next();
  };
  const foot = <SaveLine saving={call.saving} kept={call.kept} />;
  return <AfterNotOkay onRest={rest} onDone={next} foot={foot} />;
}
