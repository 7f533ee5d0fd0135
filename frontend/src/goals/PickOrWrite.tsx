import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/goals.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { Making } from "./draft.ts";

type Common = {
  title: string;
  label: string;
  hint?: string;
  value: string;
  making: Making;
  next: () => void;
};
type WriteProps = Common & {
  /** It cannot be left out. */
  needed?: boolean;
  onInput: (text: string) => void;
  /** Back to what can be tapped. */
  onSuggestions?: (() => void) | undefined;
};

/** A step in one's own words, filled in where the library has a suggestion. */
export function InOwnWords(props: WriteProps): JSX.Element {
  const { title, label, hint, value, needed, making, next, onInput, onSuggestions } = props;
  const isEmpty = value.trim() === "";
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{title}</StepHeading>
        <OwnWords label={label} value={value} hint={hint} onInput={onInput} />
        {onSuggestions && (
          <button type="button" class="button plain" onClick={onSuggestions}>
            {t("goal.suggestions")}
          </button>
        )}
      </div>
      <StepFoot call={making}>
        {!isEmpty && <NextButton onClick={next} />}
        {isEmpty && !needed && (
          <button type="button" class="button quiet" onClick={next}>
            {t("review.skip")}
          </button>
        )}
      </StepFoot>
    </>
  );
}

type PickProps = Common & { options: readonly string[]; onChange: (text: string) => void };

const OWN = "own";

/** A step of suggestions to tap; one of them may be put in one's own words. */
export function PickOrWrite(props: PickProps): JSX.Element {
  const { options, value, onChange, ...common } = props;
  const isOwn = value !== "" && !options.includes(value);
  const [chosen, setWriting] = useState<boolean>();
  // Until the person has chosen, what there is decides: after a reload the suggestions come a moment later.
  if (chosen ?? (isOwn || options.length === 0)) {
    const back = options.length > 0 ? () => setWriting(false) : undefined;
    const write = (text: string) => {
      setWriting(true);
      onChange(text);
    };
    return <InOwnWords {...common} value={value} onInput={write} onSuggestions={back} />;
  }
  return <Pick {...common} {...{ options, value, onChange }} write={() => setWriting(true)} />;
}

function Pick(props: PickProps & { write: () => void }): JSX.Element {
  const { title, options, value, onChange, making, next, write } = props;
  const own = { id: OWN, label: t("goal.own-words") };
  const picked = options.indexOf(value);
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{title}</StepHeading>
        <Choices
          legend={title}
          look="rows"
          options={[...options.map((label, index) => ({ id: String(index), label })), own]}
          value={picked < 0 ? undefined : String(picked)}
          onPick={(id) => (id === OWN ? write() : onChange(options[Number(id)] ?? ""))}
          onTapped={(id) => id !== OWN && next()}
        />
      </div>
      <StepFoot call={making}>
        {picked >= 0 && (
          <button type="button" class="button quiet" onClick={write}>
            {t("goal.change-words")}
          </button>
        )}
        {picked >= 0 && <NextButton onClick={next} />}
        {picked < 0 && (
          <button type="button" class="button plain" onClick={next}>
            {t("review.skip")}
          </button>
        )}
      </StepFoot>
    </>
  );
}
