import type { JSX } from "preact";
import type { Prompt } from "../library/catalogue.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { PromptCard } from "./PromptCard.tsx";

type Answered = { id: string; answer: string };
type Props = {
  asked: Prompt | undefined;
  /** The heading where nothing is asked. */
  title: string;
  given: Answered | undefined;
  onAnswer: (given: Answered) => void;
  onAnother: () => void;
};

/** The answer to this very prompt; that to another does not count. */
export function answerTo(asked: Prompt | undefined, given: Answered | undefined): string {
  return given && given.id === asked?.id ? given.answer : "";
}

/** The one prompt of a flow, where there is one to ask. */
export function AskedPrompt({ asked, title, given, onAnswer, onAnother }: Props): JSX.Element {
  if (!asked) return <StepHeading>{title}</StepHeading>;
  return (
    <PromptCard
      prompt={asked}
      answer={answerTo(asked, given)}
      onAnswer={(answer) => onAnswer({ id: asked.id, answer })}
      onAnother={onAnother}
    />
  );
}
