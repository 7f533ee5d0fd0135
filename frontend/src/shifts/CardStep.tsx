import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { limitLine } from "../entries/limitLine.ts";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/shifts.ts";
import { techniquesById } from "../library/catalogue.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { entries } from "../shell/device.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { BeforeInProgress, Card } from "./before.ts";

type Props = { card: Card; entry: BeforeInProgress; onTaken: () => void };

/** One card: a few words to take in, and nothing that has to be written. */
export function CardStep({ card, entry, onTaken }: Props): JSX.Element {
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t(card.say)}</StepHeading>
        <Words card={card} />
        {card.id === "listen" && <Listening entry={entry} />}
        {card.id === "my-part" && <Limit entry={entry} />}
      </div>
      <StepFoot call={entry}>
        <NextButton onClick={onTaken} />
      </StepFoot>
    </>
  );
}

function Words({ card }: Pick<Props, "card">): JSX.Element | null {
  const tool = techniquesById.value.get(card.technique ?? "");
  if (!tool) return null;
  return (
    <>
      {tool.steps.map((step) => (
        <p key={step} class="lead">
          {step}
        </p>
      ))}
      {tool.take_care && <p class="soft">{tool.take_care}</p>}
    </>
  );
}

type EntryProps = Pick<Props, "entry">;

const LINES = ["before.listen-1", "before.listen-2", "before.listen-3"] as const;

/** The line one chose the last time stands first. */
function linesToPick(): string[] {
  const last = entries.value.find(
    ({ words }) => words.t === "before-shift" && words["line"] && !words["prompt"],
  );
  const own = String(last?.words["line"] ?? "");
  return [...new Set([own, ...LINES.map((key) => t(key))])].filter(Boolean);
}

function Listening({ entry }: EntryProps): JSX.Element {
  const [lines] = useState(linesToPick);
  const line = entry.members.value.line ?? "";
  return (
    <>
      <p class="soft">{t("before.listen-lead")}</p>
      <Choices
        legend={t("before.line")}
        look="rows"
        options={lines.map((one) => ({ id: one, label: one }))}
        value={line}
        onPick={(one) => entry.change({ line: one })}
      />
      <div class="one-line">
        <OwnWords
          label={t("before.own-line")}
          labelSeen
          value={lines.includes(line) ? "" : line}
          onInput={(text) => entry.change({ line: text })}
        />
      </div>
    </>
  );
}

/** The sentence with which one ends abuse: there when it is needed, in one tap. */
function Limit({ entry }: EntryProps): JSX.Element {
  const { limit } = entry.members.value;
  const known = limitLine(entries.value);
  const [isOpen, setOpen] = useState(limit !== undefined);
  if (isOpen)
    return (
      <div class="one-line">
        <OwnWords
          label={t("before.limit")}
          labelSeen
          hint={t("before.limit-hint")}
          value={limit ?? known}
          onInput={(text) => entry.change({ limit: text })}
        />
      </div>
    );
  return (
    <div class="stack tight">
      {known && (
        <figure class="line-now">
          <figcaption class="soft">{t("before.limit")}</figcaption>
          <blockquote class="words">{known}</blockquote>
        </figure>
      )}
      <button type="button" class="text-button" onClick={() => setOpen(true)}>
        {known ? t("before.limit-change") : t("before.limit-write")}
      </button>
    </div>
  );
}
