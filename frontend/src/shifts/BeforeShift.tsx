import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { DraftGate } from "../entries/DraftGate.tsx";
import { useHurry } from "../entries/hurry.ts";
import { SaveLine } from "../entries/SaveLine.tsx";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/shifts.ts";
import { techniqueFile } from "../library/catalogue.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { Ending } from "../ui/Ending.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { type Before, BeforeInProgress, CARDS, type Card, DRAFT, stepAfter } from "./before.ts";
import { CardStep } from "./CardStep.tsx";
import "./shifts.css";

/** Five before the ring: one of them in fifteen seconds, or all in a minute. */
export default function BeforeShift(): JSX.Element {
  useEffect(techniqueFile.load, []);
  return (
    <DraftGate<Before>
      label={t("before.title")}
      draft={DRAFT}
      begin={() => BeforeInProgress.begun(new Date())}
      resume={(members, kept) => BeforeInProgress.from(members, kept)}
    >
      {(entry) => <Steps entry={entry as BeforeInProgress} />}
    </DraftGate>
  );
}

type Props = { entry: BeforeInProgress };

function Steps({ entry }: Props): JSX.Element {
  const step = place.value?.step || "start";
  const card = CARDS.find(({ id }) => id === step);
  useHurry(entry);
  useEffect(() => {
    beAtStep(step);
    if (step !== "end") entry.standAt(step);
  }, [entry, step]);
  const took = (one: Card) => {
    entry.took(one);
    const next = stepAfter(one, entry.members.value);
    if (next === "end") void entry.leave();
    goToStep(next);
  };
  const close = () => {
    if (step !== "end") void entry.leave();
    closeSheet();
  };
  const isOneOfAll = card && entry.members.value.all;
  return (
    <Sheet
      label={t("before.title")}
      {...(isOneOfAll ? { at: { step: CARDS.indexOf(card), of: CARDS.length } } : {})}
      onClose={close}
    >
      {card && <CardStep key={card.id} card={card} entry={entry} onTaken={() => took(card)} />}
      {step === "end" && <End entry={entry} />}
      {!card && step !== "end" && <Start entry={entry} />}
    </Sheet>
  );
}

function Start({ entry }: Props): JSX.Element {
  const begin = (id: string, all: boolean) => {
    entry.change({ all });
    goToStep(id);
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("before.title")}</StepHeading>
        <p class="soft">{t("before.lead")}</p>
        <ul class="point-rows">
          {CARDS.map(({ id, say }) => (
            <li key={id}>
              <button type="button" class="point-row" onClick={() => begin(id, false)}>
                {t(say)}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <StepFoot call={entry}>
        <NextButton onClick={() => begin(CARDS[0].id, true)} label={t("before.all")} />
      </StepFoot>
    </>
  );
}

function End({ entry }: Props): JSX.Element {
  const { all, line } = entry.members.value;
  return (
    <Ending
      title={all ? t("before.done") : t("before.done-one")}
      acts={<SaveLine saving={entry.saving} kept={entry.kept} />}
    >
      {line && (
        <figure class="line-now">
          <figcaption class="soft">{t("before.line")}</figcaption>
          <blockquote class="words">{line}</blockquote>
        </figure>
      )}
    </Ending>
  );
}
