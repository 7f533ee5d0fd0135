import type { JSX } from "preact";
import { t } from "../language/calls.ts";
import { type Trigger, triggerFile } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { OpenMark } from "../ui/Marks.tsx";
import { NextButton, StepFoot, type StepProps } from "./StepParts.tsx";
import { looseTriggers, triggerOf, triggersIn } from "./triggers.ts";
import { recentTriggers } from "./words.ts";

const RECENT = 5;

type PickProps = { picked: string | undefined; onPick: (id: string) => void; next: () => void };

function Recent({ picked, onPick, next }: PickProps): JSX.Element | null {
  const options = recentTriggers(entries.value, RECENT)
    .map(triggerOf)
    .filter((trigger) => trigger !== undefined);
  if (options.length === 0) return null;
  return (
    <Choices
      legend={t("trigger.recent")}
      legendSeen
      options={options}
      value={picked}
      onPick={onPick}
      onTapped={next}
    />
  );
}

type GroupProps = PickProps & { label: string; triggers: readonly Trigger[] };

function Group({ label, triggers, picked, onPick, next }: GroupProps): JSX.Element | null {
  if (triggers.length === 0) return null;
  return (
    <details class="trigger-group" name="trigger-group">
      <summary>
        {label}
        <OpenMark />
      </summary>
      <Choices legend={label} options={triggers} value={picked} onPick={onPick} onTapped={next} />
    </details>
  );
}

function Missing(): JSX.Element | null {
  if (!triggerFile.missing.value) return null;
  return (
    <div class="notice">
      <p>{t("trigger.none")}</p>
      <button type="button" class="button quiet" onClick={triggerFile.load}>
        {t("act.try-again")}
      </button>
    </div>
  );
}

/** What set it off: lately used ones in one tap, every other in two. */
export function TriggerStep({ call, next }: StepProps): JSX.Element {
  const [picked] = call.members.value.trigger;
  const file = triggerFile.read.value;
  const pick = { picked, onPick: (id: string) => call.change({ trigger: [id] }), next };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("trigger.title")}</StepHeading>
        <Missing />
        <Recent {...pick} />
        <div>
          {file?.groups.map(({ id, label }) => (
            <Group key={id} label={label} triggers={triggersIn(id)} {...pick} />
          ))}
          <Group label={t("trigger.own")} triggers={looseTriggers.value} {...pick} />
        </div>
      </div>
      <StepFoot call={call}>{picked && <NextButton onClick={next} />}</StepFoot>
    </>
  );
}
