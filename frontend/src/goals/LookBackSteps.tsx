import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EntryInProgress } from "../entries/inProgress.ts";
import { SaveLine } from "../entries/SaveLine.tsx";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/goals.ts";
import { sentenceOf } from "../language/troubles.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { itemsOf } from "../shell/device.ts";
import { goToSheet } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { Ending } from "../ui/Ending.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { WaterMark } from "../ui/Marks.tsx";
import { type Answers, keepReview } from "./acts.ts";
import { templateOf } from "./draft.ts";
import { type Goal, type Next, reviewsOf } from "./goal.ts";
import { howLabel, nextLabel } from "./labels.ts";

export type LookStep = "how" | "wall" | "next" | "end";
export const STEPS: readonly LookStep[] = ["how", "wall", "next", "end"];
/** What is answered so far; `review` is the item it becomes, chosen once. */
export type Looking = Answers & { review: string; next?: Next };
type Props = { goal: Goal; look: EntryInProgress<Looking>; next: () => void };

/** The question of the goal's own template, where it has one. */
function question({ template }: Goal, id: "how" | "wall" | "next"): string {
  const own = templateOf({ template })?.check_in.find((one) => one.id === id)?.text;
  return own ?? t(QUESTIONS[id]);
}

const QUESTIONS = { how: "review.how", wall: "review.wall", next: "review.next" } as const;
export const HOW_WELL = [5, 4, 3, 2, 1] as const;
const NEXTS: readonly Next[] = ["keep", "change", "rest"];

export function LookBackBody({ step, ...props }: Props & { step: LookStep }): JSX.Element {
  if (step === "how") return <HowStep {...props} />;
  if (step === "wall") return <WallStep {...props} />;
  return step === "next" ? <NextStep {...props} /> : <EndStep {...props} />;
}

function HowStep({ goal, look, next }: Props): JSX.Element {
  const { how } = look.members.value;
  const title = question(goal, "how");
  const options = HOW_WELL.map((n) => ({
    id: n as number,
    label: howLabel(n),
    name: t("review.option", { n, label: howLabel(n) }),
    mark: <WaterMark n={n} />,
  }));
  return (
    <>
      <div class="sheet-body low">
        <p class="soft">{goal.wish}</p>
        <StepHeading>{title}</StepHeading>
        <Choices
          legend={title}
          look="scale mood"
          options={options}
          value={how}
          onPick={(value) => look.change({ how: value })}
          onTapped={next}
        />
      </div>
      <StepFoot call={look}>{how !== undefined && <NextButton onClick={next} />}</StepFoot>
    </>
  );
}

function WallStep({ goal, look, next }: Props): JSX.Element {
  const { wall = "" } = look.members.value;
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{question(goal, "wall")}</StepHeading>
        <OwnWords
          label={t("review.wall-label")}
          value={wall}
          onInput={(text) => look.change({ wall: text })}
        />
      </div>
      <StepFoot call={look}>
        {wall ? (
          <NextButton onClick={next} />
        ) : (
          <button type="button" class="button quiet" onClick={next}>
            {t("review.skip")}
          </button>
        )}
      </StepFoot>
    </>
  );
}

function NextStep({ goal, look, next }: Props): JSX.Element {
  const [problem, setProblem] = useState("");
  const { review, next: chosen, ...answers } = look.members.value;
  const title = question(goal, "next");
  const keep = (picked: Next) => {
    keepReview(review, goal.item, answers, picked)
      .then(() => look.dropDraft())
      .then(next)
      .catch((trouble: unknown) => setProblem(sentenceOf(trouble)));
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{title}</StepHeading>
        {goal.plans[0] && <p class="words">{goal.plans[0]}</p>}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <Choices
          legend={title}
          look="rows"
          options={NEXTS.map((id) => ({ id, label: nextLabel(id) }))}
          value={chosen}
          onPick={(id) => look.change({ next: id })}
          onTapped={keep}
        />
      </div>
      <StepFoot call={look}>
        {chosen && <NextButton onClick={() => keep(chosen)} label={t("act.done")} />}
      </StepFoot>
    </>
  );
}

const ENDS = { keep: "review.kept", change: "review.changed", rest: "review.rested" } as const;

function EndStep({ goal, look }: Props): JSX.Element {
  // Come back from changing the plan, the draft is gone and the look back itself tells.
  const [kept] = reviewsOf(goal.item, itemsOf("review"));
  const chosen = look.members.value.next ?? kept?.next ?? "keep";
  return (
    <Ending
      title={t(ENDS[chosen])}
      acts={
        <>
          <SaveLine saving={look.saving} kept={look.kept} />
          {chosen === "change" && (
            <button type="button" class="button quiet" onClick={() => goToSheet("goal", goal.item)}>
              {t("review.change-now")}
            </button>
          )}
        </>
      }
    />
  );
}
