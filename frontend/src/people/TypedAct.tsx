import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/ways.ts";
import { ActForm } from "../ui/ActButton.tsx";
import { Field } from "../ui/Fields.tsx";
import { OpenMark } from "../ui/Marks.tsx";

type Props = { title: string; body: string; word: string; act: () => Promise<void> };

/** Something that cannot be undone: folded away, and done only once its words were typed. */
export function TypedAct({ title, body, word, act }: Props): JSX.Element {
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const tryIt = async () => {
    const fits = typed.trim().toLowerCase() === word;
    setWrong(!fits);
    if (fits) await act();
  };
  return (
    <details class="card">
      <summary>
        {title}
        <OpenMark />
      </summary>
      <ActForm submit={title} kind="grave" act={tryIt}>
        <p>{body}</p>
        <Field label={t("leave.type", { word })} value={typed} maxLength={40} onInput={setTyped} />
        {wrong && (
          <p class="problem" role="alert">
            {t("leave.type", { word })}
          </p>
        )}
      </ActForm>
    </details>
  );
}
