import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/asks.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { Choices } from "../ui/Choices.tsx";
import { STARTERS, type Starter } from "./ask.ts";
import { saidOf } from "./labels.ts";
import type { FieldsProps } from "./note.ts";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** What only work can change: one line, or a tap. What else there is to say of it comes after that. */
export default function AskFields(props: FieldsProps): JSX.Element {
  const { kind, draft, change } = props;
  const happens = text(draft["happens"]);
  const begin = (id: Starter) =>
    change({ happens: t(`ask-starter.${id}`), helps: t(`ask-help.${id}`) });
  return (
    <>
      <Said name="happens" label={saidOf(kind).text} {...props} />
      {happens.trim() === "" ? (
        <Choices
          legend={t("ask.begin")}
          legendSeen
          look="rows"
          options={STARTERS.map((id) => ({ id, label: t(`ask-starter.${id}`) }))}
          value={undefined}
          onPick={begin}
        />
      ) : (
        <More {...props} />
      )}
    </>
  );
}

function More(props: FieldsProps): JSX.Element {
  const { draft } = props;
  const hasCome = draft["reason"] || !["", "mine", "shared"].includes(text(draft["state"]));
  return (
    <>
      <Said name="helps" label={t("ask.helps")} {...props} />
      <Said name="does" label={t("ask.does")} hint={t("ask.does-hint")} {...props} />
      <Whom {...props} />
      {hasCome && <Said name="reason" label={t("ask.reason")} {...props} />}
    </>
  );
}

type SaidProps = FieldsProps & { name: string; label: string; hint?: string };

function Said({ name, label, hint, draft, change }: SaidProps): JSX.Element {
  return (
    <div class="note-name">
      <OwnWords
        label={label}
        labelSeen
        hint={hint}
        value={text(draft[name])}
        onInput={(said) => change({ [name]: said })}
      />
    </div>
  );
}

const WHOM = ["coach", "lead", "planning", "council"] as const;
const OTHER = "other";

function Whom({ draft, change, ...props }: FieldsProps): JSX.Element {
  const whom = text(draft["whom"]);
  const known = WHOM.find((id) => t(`ask-whom.${id}`) === whom);
  const [isOther, setOther] = useState(whom !== "" && known === undefined);
  const pick = (id: string) => {
    setOther(id === OTHER);
    change({ whom: id === OTHER ? "" : id });
  };
  const options = WHOM.map((id) => ({ id: t(`ask-whom.${id}`), label: t(`ask-whom.${id}`) }));
  return (
    <>
      <Choices
        legend={t("ask.whom")}
        legendSeen
        options={[...options, { id: OTHER, label: t("ask.other") }]}
        value={isOther ? OTHER : whom}
        onPick={pick}
      />
      {isOther && (
        <Said name="whom" label={t("ask.other-label")} {...{ draft, change }} {...props} />
      )}
    </>
  );
}
