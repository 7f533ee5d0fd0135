import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import type { Choice } from "../library/catalogue.ts";
import { useOffer } from "../prompts/offering.ts";
import { PromptCard } from "../prompts/PromptCard.tsx";
import { afterWords, STEPS_OF_THEIR_OWN } from "./course.ts";
import { NextButton, SkipButton, StepFoot, type StepProps } from "./StepParts.tsx";
import { ToolStep } from "./ToolStep.tsx";

/** One question, to answer or to change for another; after two of them, a tool. */
export default function PromptStep({ call, next }: StepProps): JSX.Element {
  const { trigger, intensity, prompt: answered } = call.members.value;
  const [opens, setOpens] = useState<string>();
  const { offered, another } = useOffer({
    item: call.kept.value.item ?? "",
    phase: "right-after",
    triggers: trigger,
    intensity,
    except: STEPS_OF_THEIR_OWN,
  });
  if (offered === "tool")
    return <ToolStep call={call} next={next} title={t("offer.title")} narrow={afterWords} />;
  if (opens) return <ToolStep call={call} next={next} title={t("offer.title")} begin={opens} />;
  if (!offered) return <StepFoot call={call}>{<SkipButton onClick={next} />}</StepFoot>;
  const answer = answered?.id === offered.id ? answered.answer : "";
  const change = (said: string, choice?: Choice) => {
    call.change({ prompt: { id: offered.id, answer: said } });
    if (choice?.technique_id) setOpens(choice.technique_id);
  };
  const keep = () => {
    void call.keep();
    next();
  };
  return (
    <>
      <div class="sheet-body">
        <PromptCard prompt={offered} answer={answer} onAnswer={change} onAnother={another} />
      </div>
      <StepFoot call={call}>
        {answer ? <NextButton onClick={keep} /> : <SkipButton onClick={next} />}
      </StepFoot>
    </>
  );
}
