import type { FunctionComponent, JSX } from "preact";
import { t } from "../language/entries.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { theDevice } from "../shell/device.ts";
import { closeSheet, goToStep, place } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { DraftGate } from "./DraftGate.tsx";
import { useHurry } from "./hurry.ts";
import { EntryInProgress } from "./inProgress.ts";
import { NextButton, StepFoot } from "./StepParts.tsx";
import { type Moment, momentOf } from "./words.ts";

type Members = Moment & { text?: string };
export type AskProps<M extends Members> = {
  members: M;
  pick: (part: Partial<M>) => void;
  next: () => void;
};
type Props<M extends Members> = {
  label: string;
  draft: string;
  sort: string;
  /** The one question, its answers low on the screen. */
  Ask: FunctionComponent<AskProps<M>>;
  /** The drawing above what is said once it is kept. */
  Mark: FunctionComponent<{ members: M }>;
  isAnswered: (members: M) => boolean;
  kept: string;
  line: { label: string; hint?: string };
};

/** An entry of one tap: saved with it, a line welcome, and taken back as easily. */
export function OneTap<M extends Members>(props: Props<M>): JSX.Element {
  const { label, draft, sort } = props;
  return (
    <DraftGate<M>
      label={label}
      draft={draft}
      begin={() => new EntryInProgress<M>(draft, sort, momentOf(new Date()) as M)}
      resume={(members, kept) => new EntryInProgress<M>(draft, sort, members, kept)}
    >
      {(entry) => <OneTapSheet {...props} entry={entry} />}
    </DraftGate>
  );
}

type SheetProps<M extends Members> = Props<M> & { entry: EntryInProgress<M> };

function OneTapSheet<M extends Members>(props: SheetProps<M>): JSX.Element {
  const { entry, label } = props;
  useHurry(entry);
  const step = place.value?.step === "line" ? 1 : 0;
  const close = () => {
    if (entry.kept.value.item) void entry.finish();
    closeSheet();
  };
  return (
    <Sheet label={label} at={{ step, of: 2 }} onClose={close}>
      {step === 0 ? <AskStep {...props} /> : <LineStep {...props} close={close} />}
    </Sheet>
  );
}

function AskStep<M extends Members>({ entry, Ask, isAnswered }: SheetProps<M>): JSX.Element {
  const members = entry.members.value;
  const next = () => {
    entry.standAt("line");
    void entry.keep();
    goToStep("line");
  };
  return (
    <>
      <div class="sheet-body low">
        <Ask members={members} pick={(part) => entry.change(part)} next={next} />
      </div>
      <StepFoot call={entry}>{isAnswered(members) && <NextButton onClick={next} />}</StepFoot>
    </>
  );
}

type LineProps<M extends Members> = SheetProps<M> & { close: () => void };

function LineStep<M extends Members>(props: LineProps<M>): JSX.Element {
  const { entry, Mark, kept, line, close } = props;
  const members = entry.members.value;
  const undo = async () => {
    await entry.keep(); // waits for the first revision, so that there is something to take away
    const { item } = entry.kept.value;
    if (item) await (await theDevice()).remove(item, "forget");
    await entry.dropDraft();
    closeSheet();
  };
  return (
    <>
      <div class="sheet-body">
        <Mark members={members} />
        <StepHeading>{kept}</StepHeading>
        <OwnWords
          label={line.label}
          labelSeen
          value={members.text ?? ""}
          hint={line.hint}
          onInput={(text) => entry.change({ text } as Partial<M>)}
        />
      </div>
      <StepFoot call={entry}>
        <ActButton kind="plain" act={undo}>
          {t("one-tap.undo")}
        </ActButton>
        <NextButton onClick={close} label={t("act.done")} />
      </StepFoot>
    </>
  );
}
