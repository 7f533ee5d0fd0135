import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/safety.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Field } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Moment } from "../ui/Moment.tsx";
import { FactDraft } from "./factDraft.ts";
import { minuteOf } from "./facts.ts";
import { OwnWords } from "./OwnWords.tsx";

const CHANNELS = ["phone", "chat", "mail", "there"] as const;
type Props = { note?: OpenItem | undefined; onDone: () => void; onBack: () => void };

/** A fact note: date, time, channel, words said, who heard. It never asks for a feeling. */
export function FactForm({ note, onDone, onBack }: Props): JSX.Element {
  const [draft] = useState(() => new FactDraft(note, new Date()));
  useEffect(() => {
    draft.resume().catch(() => undefined); // no draft to be read: the note itself is on the screen
  }, [draft]);
  const keep = async () => {
    await draft.keep();
    onDone();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("fact.title")}</StepHeading>
        <p class="soft">{t("fact.lead")}</p>
        <FactFields draft={draft} />
      </div>
      <footer class="sheet-foot">
        <ActButton act={keep}>{t("fact.save")}</ActButton>
        <button type="button" class="button plain" onClick={onBack}>
          {t("nav.back")}
        </button>
      </footer>
    </>
  );
}

function FactFields({ draft }: { draft: FactDraft }): JSX.Element {
  const fact = draft.fact.value;
  const channels = CHANNELS.map((name) => t(`fact.channel-${name}`));
  return (
    <>
      <Moment
        legend={t("fact.when")}
        value={fact.on}
        today={minuteOf(new Date()).slice(0, 10)}
        near={-1}
        onInput={(on) => draft.change({ on })}
      />
      <Choices
        legend={t("fact.channel")}
        legendSeen
        options={channels.map((label) => ({ id: label, label }))}
        value={fact.channel}
        onPick={(channel) => draft.change({ channel })}
      />
      <OwnWords
        label={t("fact.said")}
        labelSeen
        value={fact.said}
        onInput={(said) => draft.change({ said })}
      />
      <Field
        label={t("fact.witnesses")}
        value={fact.witnesses}
        onInput={(witnesses) => draft.change({ witnesses })}
      />
    </>
  );
}
