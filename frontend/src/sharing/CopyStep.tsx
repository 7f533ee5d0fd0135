import type { JSX } from "preact";
import { moodLabel } from "../entries/mood.ts";
import { triggerOf } from "../entries/triggers.ts";
import { dayLabel, listLabel } from "../language/dates.ts";
import { t } from "../language/sharing.ts";
import {
  brightSpotsById,
  feelingsById,
  intensityLabel,
  sharingFile,
} from "../library/catalogue.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { today } from "../shell/today.ts";
import { Choices, ManyChoices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { DAYS, type Making, wordsNow } from "./copying.ts";
import { type Field, fieldsIn, type Sheet, saysSomething } from "./copyWords.ts";
import { coaches } from "./state.ts";

type Props = { making: Making; isBackup: boolean; next: () => void };

/** The copy, to be changed: every field can be left out of it. */
export function CopyStep({ making, isBackup, next }: Props): JSX.Element {
  const { copying } = making;
  const { to } = copying.members.value;
  const name = coaches.value.find(({ person }) => person === to)?.name ?? "";
  const isEmpty = !saysSomething(wordsNow(making));
  return (
    <>
      <div class="sheet-body">
        {isBackup ? (
          <BackupBody making={making} name={name} next={next} />
        ) : (
          <CopyBody making={making} name={name} />
        )}
      </div>
      <footer class="sheet-foot">
        {isEmpty ? (
          !isBackup && <p class="soft">{t("copy.empty")}</p>
        ) : (
          <button type="button" class="button" onClick={next}>
            {t("act.next")}
          </button>
        )}
      </footer>
    </>
  );
}

type BodyProps = { making: Making; name: string };

function CopyBody({ making, name }: BodyProps): JSX.Element {
  return (
    <>
      <StepHeading>{t("copy.title", { name })}</StepHeading>
      <p class="soft">{t("copy.lead", { name })}</p>
      <ForWhom making={making} />
      <TheWords making={making} label={t("copy.words")} />
      <Inside making={making} />
      <Terms making={making} name={name} />
    </>
  );
}

function BackupBody({ making, name, next }: BodyProps & { next: () => void }): JSX.Element {
  return (
    <>
      <StepHeading>{t("backup.title", { name })}</StepHeading>
      <p class="soft">{t("backup.lead")}</p>
      <ForWhom making={making} />
      <Lines making={making} next={next} />
      <TheWords making={making} label={t("backup.words")} />
      <p class="soft">{t("backup.calm", { name })}</p>
    </>
  );
}

function TheWords({ making, label }: { making: Making; label: string }): JSX.Element {
  const { copying } = making;
  return (
    <OwnWords
      label={label}
      labelSeen
      value={copying.members.value.text ?? ""}
      onInput={(text) => copying.change({ text })}
    />
  );
}

function ForWhom({ making: { copying } }: { making: Making }): JSX.Element | null {
  if (coaches.value.length < 2) return null;
  return (
    <Choices
      legend={t("copy.who")}
      legendSeen
      options={coaches.value.map(({ person, name }) => ({ id: person, label: name }))}
      value={copying.members.value.to}
      onPick={(to) => copying.change({ to })}
    />
  );
}

const LINES = ["backup.advice", "backup.break", "backup.over"] as const;

/** A line by one tap, which goes on at once. */
function Lines({ making: { copying }, next }: { making: Making; next: () => void }): JSX.Element {
  return (
    <Choices
      legend={t("backup.words")}
      look="rows"
      options={LINES.map((key) => ({ id: t(key), label: t(key) }))}
      value={copying.members.value.text}
      onPick={(text) => copying.change({ text })}
      onTapped={next}
    />
  );
}

function Inside({ making: { sheet, copying } }: { making: Making }): JSX.Element {
  const fields = fieldsIn(sheet);
  return (
    <ManyChoices
      legend={t("copy.in-it")}
      legendSeen
      options={fields.map((field) => ({ id: field, label: fieldLabel(field, sheet) }))}
      values={copying.members.value.ticked ?? []}
      most={fields.length}
      onChange={(ticked) => copying.change({ ticked: ticked as Field[] })}
    />
  );
}

function fieldLabel(field: Field, sheet: Sheet): string {
  if (field === "text") return t("copy-field.text");
  return t(`copy-field.${field}`, { what: fieldWords(field, sheet) });
}

/** What stands in one field, in words. */
export function fieldWords(field: Exclude<Field, "text">, sheet: Sheet): string {
  return WORDS[field](sheet);
}

const WORDS: Record<Exclude<Field, "text">, (sheet: Sheet) => string> = {
  day: ({ day }) => (day ? dayLabel(day, today.value) : ""),
  intensity: ({ intensity, mood }) =>
    intensity === undefined ? moodLabel(mood ?? 0) : intensityLabel(intensity),
  feelings: ({ feelings }) => namesOf(feelings, (id) => feelingsById.value.get(id)),
  trigger: ({ trigger, bright }) => {
    const good = bright === undefined ? "" : (brightSpotsById.value.get(bright)?.label ?? "");
    return listLabel([namesOf(trigger, triggerOf), good].filter(Boolean));
  },
};

const namesOf = (ids: readonly string[], find: (id: string) => { label: string } | undefined) =>
  listLabel(ids.map((id) => find(id)?.label ?? "").filter(Boolean));

function Terms({ making: { copying }, name }: { making: Making; name: string }): JSX.Element {
  const { backup, purpose, days } = copying.members.value;
  const wish = { id: "backup", label: t("copy.backup"), hint: t("copy.backup-hint", { name }) };
  return (
    <>
      <div class="rows">
        <ManyChoices
          legend={t("copy.backup")}
          options={[wish]}
          values={backup ? ["backup"] : []}
          most={1}
          onChange={(values) => copying.change({ backup: values.length > 0 })}
        />
      </div>
      <Choices
        legend={t("copy.purpose")}
        legendSeen
        options={(sharingFile.read.value?.purposes ?? []).map(({ id, label }) => ({ id, label }))}
        value={purpose}
        onPick={(next) => copying.change({ purpose: next })}
      />
      <Choices
        legend={t("copy.days")}
        legendSeen
        options={DAYS.map((id) => ({ id: id as number, label: t(`copy-days.${id}`) }))}
        value={days}
        onPick={(next) => copying.change({ days: next })}
      />
    </>
  );
}
