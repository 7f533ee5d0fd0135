import type { JSX } from "preact";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { triggerOf } from "../entries/triggers.ts";
import { hideNumbers } from "../habits/settings.ts";
import { t } from "../language/weeks.ts";
import { promptFile } from "../library/catalogue.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { WeekProps } from "./inProgress.ts";
import { daysOf, historyOf, unlessHidden } from "./now.ts";
import { WeekWater } from "./WeekWater.tsx";
import { type Count, callsIn, cameUp, seenIn } from "./week.ts";

const MOST_SHOWN = 4;
const MOST_OFFERED = 3;
const PATTERN = "w-pattern";

/** What set me off, counted: how often, never why. */
export function CameStep({ look, next }: WeekProps): JSX.Element {
  const history = historyOf(look);
  const calls = callsIn(history);
  const isEnough = seenIn(calls) === "enough";
  const came = cameUp(history).filter(({ id }) => triggerOf(id));
  return (
    <>
      <div class="sheet-body low">
        {!isEnough && <WeekWater days={daysOf(look)} />}
        <StepHeading>{t("week.came")}</StepHeading>
        <p class="soft">{saidOf(calls)}</p>
        {isEnough && <Counts came={came.slice(0, MOST_SHOWN)} />}
        {isEnough && <ReadyFor look={look} came={came} />}
      </div>
      <StepFoot call={look}>
        <NextButton onClick={next} />
      </StepFoot>
    </>
  );
}

function saidOf(calls: number): string {
  const seen = seenIn(calls);
  if (seen === "few") return unlessHidden(t("week.few", { n: calls }), t("week.few-hidden"));
  return seen === "none" ? t("week.none") : t("week.counts");
}

function Counts({ came }: { came: readonly Count[] }): JSX.Element {
  const most = came[0]?.n ?? 1;
  return (
    <ul class="came">
      {came.map(({ id, n }) => (
        <li key={id}>
          <span>{triggerOf(id)?.label}</span>
          {!hideNumbers.value && <span class="soft">{t("week.times", { n })}</span>}
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4" rx="2" />
            <rect width={(100 * n) / most} height="4" rx="2" class="share" />
          </svg>
        </li>
      ))}
    </ul>
  );
}

/** Nobody is asked to be ready for what nobody has to take. */
function mayBeReadyFor(id: string): boolean {
  const pattern = promptFile.read.value?.prompts.find((one) => one.id === PATTERN);
  if (!pattern || triggerOf(id)?.safety) return false;
  return !pattern.exclude_trigger_ids.includes(id);
}

function ReadyFor({
  look,
  came,
}: Pick<WeekProps, "look"> & { came: readonly Count[] }): JSX.Element | null {
  const offered = came.filter(({ id }) => mayBeReadyFor(id)).slice(0, MOST_OFFERED);
  if (offered.length === 0) return null;
  return (
    <Choices
      legend={t("week.ready")}
      legendSeen
      options={offered.map(({ id }) => ({ id, label: triggerOf(id)?.label ?? "" }))}
      value={look.members.value.ready}
      onPick={(ready) => look.change({ ready })}
    />
  );
}
