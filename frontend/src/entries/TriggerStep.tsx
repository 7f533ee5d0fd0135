import type { JSX } from "preact";
import { t } from "../language/entries.ts";
import { type Labelled, type Trigger, triggerFile, triggersById } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { OpenMark } from "../ui/Marks.tsx";
import { NextButton, StepFoot, type StepProps } from "./StepParts.tsx";
import { recentTriggers } from "./words.ts";

const RECENT = 5;

type PickProps = { picked: string | undefined; onPick: (id: string) => void; next: () => void };

function Recent({ picked, onPick, next }: PickProps): JSX.Element | null {
  const options = recentTriggers(entries.value, RECENT)
    .map((id) => triggersById.value.get(id))
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

type GroupProps = PickProps & { group: Labelled; triggers: readonly Trigger[] };

function Group({ group, triggers, picked, onPick, next }: GroupProps): JSX.Element {
  const own = triggers.filter((trigger) => trigger.group === group.id);
  return (
    <details class="trigger-group" name="trigger-group">
      <summary>
        {group.label}
        <OpenMark />
      </summary>
      <Choices legend={group.label} options={own} value={picked} onPick={onPick} onTapped={next} />
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
          {file?.groups.map((group) => (
            <Group key={group.id} group={group} triggers={file.triggers} {...pick} />
          ))}
        </div>
      </div>
      <StepFoot call={call}>{picked && <NextButton onClick={next} />}</StepFoot>
    </>
  );
}
