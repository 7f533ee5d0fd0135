import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { listLabel } from "../language/dates.ts";
import { t } from "../language/prompts.ts";
import {
  type Choice,
  type Feeling,
  feelingFile,
  type Labelled,
  type Prompt,
  techniquesById,
  triggersById,
} from "../library/catalogue.ts";
import { ownTools, ownTriggers } from "../notes/own.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { entries } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { dayAfter } from "../streaks/day.ts";
import { Choices, ManyChoices } from "../ui/Choices.tsx";
import "./prompts.css";

type Props = {
  prompt: Prompt;
  answer: string;
  /** Each change of the answer; `choice` when one was tapped, for the tool it may open. */
  onAnswer: (answer: string, choice?: Choice) => void;
  /** After a tap that says all there is to say. */
  onTapped?: () => void;
};

const MOST_FEELINGS = 2;
const A_WEEK = 7;
/** A few of each area are enough to begin with; the whole list stands in the rough call. */
const OF_EACH_AREA = 3;

/** What one answers a prompt with: nothing, a tap, a choice, a line, or a few. */
export function PromptAnswer(props: Props): JSX.Element | null {
  const { prompt } = props;
  if (prompt.answer === "none") return null;
  if (prompt.choices_from === "feelings" && feelingFile.read.value) return <Named {...props} />;
  const options = optionsOf(prompt);
  return options.length > 0 ? <Tapped {...props} options={options} /> : <Written {...props} />;
}

/** What can be tapped: the prompt's own choices, or what this person used in the last days. */
function optionsOf({ choices, choices_from: from }: Prompt): readonly Choice[] {
  if (choices) return choices;
  if (from === "triggers")
    return usedLately("trigger", [...triggersById.value.values(), ...ownTriggers()]);
  if (from === "techniques")
    return usedLately("technique", [...techniquesById.value.values(), ...ownTools()]);
  return [];
}

function usedLately(member: string, known: readonly Labelled[]): Labelled[] {
  const since = dayAfter(today.value, 1 - A_WEEK);
  const used = entries.value
    .filter(({ day = "" }) => day >= since)
    .flatMap(({ words }) => words[member]);
  return known.filter(({ id }) => used.includes(id));
}

function Tapped({
  answer,
  onAnswer,
  onTapped,
  options,
}: Props & { options: readonly Choice[] }): JSX.Element {
  const pick = (id: string) => {
    const choice = options.find((one) => one.id === id);
    if (choice) onAnswer(choice.label, choice);
  };
  return (
    <Choices
      legend={t("prompt.choose")}
      options={options}
      value={options.find(({ label }) => label === answer)?.id}
      onPick={pick}
      onTapped={() => onTapped?.()}
    />
  );
}

function Named({ answer, onAnswer }: Props): JSX.Element {
  const all = feelingFile.read.value?.emotions ?? [];
  const before = answer.split(", ");
  const [ids, setIds] = useState(
    all.filter(({ label }) => before.includes(label)).map(({ id }) => id),
  );
  const change = (picked: string[]) => {
    setIds(picked);
    const labels = picked.map((id) => all.find((one) => one.id === id)?.label ?? "");
    onAnswer(listLabel(labels));
  };
  return (
    <ManyChoices
      legend={t("prompt.choose")}
      most={MOST_FEELINGS}
      options={someOfEach(all)}
      values={ids}
      onChange={change}
    />
  );
}

function someOfEach(all: readonly Feeling[]): Feeling[] {
  const areas = Map.groupBy(all, ({ quadrant }) => quadrant);
  return [...areas.values()].flatMap((some) => some.slice(0, OF_EACH_AREA));
}

function Written({ prompt, answer, onAnswer }: Props): JSX.Element {
  return (
    <div class={prompt.answer === "few-lines" ? "prompt-lines" : "prompt-line"}>
      <OwnWords label={t("prompt.answer")} value={answer} onInput={(text) => onAnswer(text)} />
    </div>
  );
}
