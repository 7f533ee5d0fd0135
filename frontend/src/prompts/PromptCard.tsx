import type { JSX } from "preact";
import { t } from "../language/prompts.ts";
import type { Choice, Prompt } from "../library/catalogue.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { PromptAnswer } from "./PromptAnswer.tsx";

type Props = {
  prompt: Prompt;
  answer: string;
  /** Each change of the answer; `choice` when one was tapped, for the tool it may open. */
  onAnswer: (answer: string, choice?: Choice) => void;
  /** Offers the next; see `useOffer`. */
  onAnother: () => void;
  /** After a tap that says all there is to say: on to the next step. */
  onTapped?: () => void;
};

/** One prompt within a flow, with its way to answer and *another one*; the flow brings the foot. */
export function PromptCard(props: Props): JSX.Element {
  const { prompt, onAnother, ...answering } = props;
  return (
    <>
      <StepHeading key={prompt.id}>{prompt.text}</StepHeading>
      <PromptAnswer key={prompt.id} prompt={prompt} {...answering} />
      <div class="row">
        <button type="button" class="button plain" onClick={onAnother}>
          {t("prompt.another")}
        </button>
      </div>
    </>
  );
}
