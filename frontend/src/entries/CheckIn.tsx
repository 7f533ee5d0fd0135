import type { JSX } from "preact";
import { t } from "../language/entries.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { closeSheet, goToStep, place } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { WaterMark } from "../ui/Marks.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { DraftGate } from "./DraftGate.tsx";
import { useHurry } from "./hurry.ts";
import { EntryInProgress } from "./inProgress.ts";
import { moodLabel } from "./mood.ts";
import { NextButton, StepFoot } from "./StepParts.tsx";
import { type Moment, momentOf } from "./words.ts";

type Check = Moment & { mood?: number; text?: string };
type Props = { entry: EntryInProgress<Check> };

const DRAFT = "check-in";
const MOODS = [5, 4, 3, 2, 1] as const;

/** How are you, in one tap. */
export default function CheckIn(): JSX.Element {
  return (
    <DraftGate<Check>
      label={t("mood.title")}
      draft={DRAFT}
      begin={() => new EntryInProgress<Check>(DRAFT, "check-in", momentOf(new Date()))}
      resume={(members, kept) => new EntryInProgress<Check>(DRAFT, "check-in", members, kept)}
    >
      {(entry) => <CheckSheet entry={entry} />}
    </DraftGate>
  );
}

function CheckSheet({ entry }: Props): JSX.Element {
  useHurry(entry);
  const step = place.value?.step === "line" ? 1 : 0;
  const close = () => {
    if (entry.kept.value.item) void entry.finish();
    closeSheet();
  };
  return (
    <Sheet label={t("mood.title")} at={{ step, of: 2 }} onClose={close}>
      {step === 0 ? <MoodStep entry={entry} /> : <LineStep entry={entry} close={close} />}
    </Sheet>
  );
}

function MoodStep({ entry }: Props): JSX.Element {
  const { mood } = entry.members.value;
  const next = () => {
    entry.standAt("line");
    void entry.keep();
    goToStep("line");
  };
  const options = MOODS.map((n) => ({
    id: n as number,
    label: moodLabel(n),
    mark: <WaterMark n={n} />,
  }));
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("mood.title")}</StepHeading>
        <p class="soft">{t("mood.lead")}</p>
        <Choices
          legend={t("mood.title")}
          look="scale mood"
          options={options}
          value={mood}
          onPick={(id) => entry.change({ mood: id })}
          onTapped={next}
        />
      </div>
      <StepFoot call={entry}>{mood !== undefined && <NextButton onClick={next} />}</StepFoot>
    </>
  );
}

function LineStep({ entry, close }: Props & { close: () => void }): JSX.Element {
  return (
    <>
      <div class="sheet-body">
        <WaterMark n={entry.members.value.mood ?? 3} size={56} />
        <StepHeading>{t("mood.thanks")}</StepHeading>
        <OwnWords
          label={t("mood.line")}
          labelSeen
          value={entry.members.value.text ?? ""}
          onInput={(text) => entry.change({ text })}
        />
      </div>
      <StepFoot call={entry}>
        <NextButton onClick={close} label={t("act.done")} />
      </StepFoot>
    </>
  );
}
