import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { newId } from "../crypto/ids.ts";
import { DraftGate } from "../entries/DraftGate.tsx";
import { useHurry } from "../entries/hurry.ts";
import { EntryInProgress } from "../entries/inProgress.ts";
import { type Moment, momentOf } from "../entries/words.ts";
import { t } from "../language/goals.ts";
import { goalFile } from "../library/catalogue.ts";
import { itemOf } from "../shell/device.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { type Goal, goalOf } from "./goal.ts";
import { LookBackBody, type Looking, type LookStep, STEPS } from "./LookBackSteps.tsx";
import "./goals.css";

/** Three questions about a goal: how it went, what was in the way, and what follows. */
export default function LookBack(): JSX.Element | null {
  useEffect(goalFile.load, []);
  const about = place.value?.about ?? "";
  const found = itemOf(about);
  // As it was when the look began: whoever lets it rest still sees the end.
  const kept = useRef<Goal | undefined>(undefined);
  if (found) kept.current ??= goalOf(found);
  const goal = kept.current;
  if (!goal) return <Sheet label={t("review.title")} onClose={closeSheet} children={null} />;
  const draft = `look ${about}`;
  return (
    <DraftGate<Looking>
      label={t("review.title")}
      draft={draft}
      begin={() => new EntryInProgress<Looking>(draft, "review", fresh())}
      resume={(members, kept) => new EntryInProgress<Looking>(draft, "review", members, kept)}
    >
      {(look) => <LookSheet goal={goal} look={look} />}
    </DraftGate>
  );
}

const fresh = (): Looking & Moment => ({ review: newId(), ...momentOf(new Date()) });

type Props = { goal: Goal; look: EntryInProgress<Looking> };

function LookSheet({ goal, look }: Props): JSX.Element {
  const wanted = place.value?.step as LookStep;
  const step = STEPS.includes(wanted) ? wanted : "how";
  useHurry(look);
  useEffect(() => {
    beAtStep(step);
    if (step !== "end") look.standAt(step);
  }, [look, step]);
  const next = () => goToStep(STEPS[STEPS.indexOf(step) + 1] ?? "end");
  return (
    <Sheet
      label={t("review.title")}
      at={{ step: STEPS.indexOf(step), of: STEPS.length }}
      onClose={closeSheet}
    >
      <LookBackBody key={step} {...{ step, goal, look, next }} />
    </Sheet>
  );
}
