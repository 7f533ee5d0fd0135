import type { JSX } from "preact";
import { DraftGate } from "../entries/DraftGate.tsx";
import { useHurry } from "../entries/hurry.ts";
import { SaveLine } from "../entries/SaveLine.tsx";
import { t } from "../language/techniques.ts";
import { itemOf } from "../shell/device.ts";
import { closeSheet, place } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { Field, WordsArea } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { lengthLabel } from "./length.ts";
import { noteOf, OWN_DRAFT, type OwnToolInProgress, ownToolFrom, ownToolOf } from "./ownTool.ts";

const KINDS = [
  { id: "breath", label: "kit.breath" },
  { id: "body", label: "kit.body" },
  { id: "mind", label: "kit.mind" },
  { id: "social", label: "kit.social" },
  { id: "break", label: "kit.break" },
] as const;
const LENGTHS = [15, 30, 60, 120, 180, 300, 600];
const LONGEST_NAME = 80;

/** A tool of one's own, to make or to change. */
export default function OwnToolSheet(): JSX.Element {
  const item = place.value?.about;
  return (
    <DraftGate
      label={t("own.title")}
      draft={OWN_DRAFT}
      begin={() => ownToolOf(item ? itemOf(item) : undefined)}
      resume={ownToolFrom}
    >
      {(tool) => <OwnToolForm tool={tool} />}
    </DraftGate>
  );
}

type Props = { tool: OwnToolInProgress };

function OwnToolForm({ tool }: Props): JSX.Element {
  useHurry(tool);
  const { item, name } = tool.members.value;
  const keep = async () => {
    const note = noteOf(tool.members.value, item ? itemOf(item) : undefined);
    if (await tool.keepAll([note])) closeSheet();
  };
  return (
    <Sheet label={t("own.title")} onClose={closeSheet}>
      <div class="sheet-body">
        <StepHeading>{item ? t("own.change") : t("own.title")}</StepHeading>
        <Fields tool={tool} />
      </div>
      <footer class="sheet-foot">
        <SaveLine saving={tool.saving} kept={tool.kept} />
        {name.trim() ? (
          <button type="button" class="button" onClick={() => void keep()}>
            {t("act.save")}
          </button>
        ) : (
          <p class="soft">{t("own.needs-name")}</p>
        )}
      </footer>
    </Sheet>
  );
}

function Fields({ tool }: Props): JSX.Element {
  const { name, kind, seconds, steps } = tool.members.value;
  return (
    <>
      <Field
        label={t("own.name")}
        value={name}
        maxLength={LONGEST_NAME}
        onInput={(text) => tool.change({ name: text })}
      />
      <WordsArea
        label={t("own.steps")}
        labelSeen
        value={steps}
        hint={t("fields.each-line")}
        onInput={(text) => tool.change({ steps: text })}
      />
      <Choices
        legend={t("own.kind")}
        legendSeen
        options={KINDS.map(({ id, label }) => ({ id, label: t(label) }))}
        value={kind}
        onPick={(picked) => tool.change({ kind: picked })}
      />
      <Choices
        legend={t("own.length")}
        legendSeen
        options={LENGTHS.map((length) => ({ id: length, label: lengthLabel(length) }))}
        value={seconds}
        onPick={(picked) => tool.change({ seconds: picked })}
      />
    </>
  );
}
