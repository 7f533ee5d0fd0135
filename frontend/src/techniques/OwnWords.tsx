import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FeelingChoices } from "../entries/FeelingChoices.tsx";
import { t } from "../language/techniques.ts";
import { feelingFile } from "../library/catalogue.ts";
import { itemsOf } from "../shell/device.ts";
import { Field } from "../ui/Fields.tsx";
import { AskLine } from "./Asks.tsx";
import { chosenName, lightLine } from "./kit.ts";
import type { ToolInProgress } from "./running.ts";
import { Steps } from "./Timed.tsx";

type Props = { run: ToolInProgress };

/** A friend's voice, by the name one calls oneself. */
export function Friend({ run }: Props): JSX.Element {
  const [known] = useState(chosenName.value);
  const typed = run.members.value.run?.answers?.["name"] ?? "";
  const name = typed.trim() || known;
  return (
    <div class="asks">
      <p class="words">{name ? t("friend.ask", { name }) : t("friend.ask-anyone")}</p>
      <AskLine run={run} field="line" label={t("friend.line")} hint={t("fields.own-words")} />
      {!known && (
        <Field
          label={t("friend.name")}
          hint={t("friend.name-hint")}
          value={typed}
          maxLength={60}
          onInput={(text) => run.answer("name", text)}
        />
      )}
    </div>
  );
}

/** The line that makes one smile a bit: there again the next time. */
export function LightLine({ run }: Props): JSX.Element {
  useEffect(() => {
    if (!run.run.answers?.["light"] && lightLine.value) run.answer("light", lightLine.value);
  }, [run]);
  return (
    <div class="asks">
      <AskLine run={run} field="light" label={t("light.line")} hint={t("light.hint")} />
      <Steps steps={run.tool.steps.slice(-1)} progress={null} />
    </div>
  );
}

/** A word or two for what is felt. */
export function Naming({ run }: Props): JSX.Element {
  useEffect(feelingFile.load, []);
  const file = feelingFile.read.value;
  return (
    <div class="asks">
      <p class="soft">{run.tool.steps.slice(1).join(" ")}</p>
      {file && (
        <FeelingChoices
          file={file}
          values={run.members.value.feelings ?? []}
          onChange={(feelings) => run.change({ feelings })}
        />
      )}
    </div>
  );
}

/** One thing somebody wrote down as proof, and room for another. */
export function Proof({ run }: Props): JSX.Element {
  const proofs = itemsOf("note").filter(({ words }) => words.t === "proof" && words["text"]);
  const [shown, setShown] = useState(0);
  const [adds, setAdds] = useState(proofs.length === 0);
  const proof = proofs[shown % Math.max(1, proofs.length)];
  return (
    <div class="asks">
      {proof ? (
        <figure class="proof">
          <figcaption class="soft">{t("proof.one")}</figcaption>
          <blockquote class="words">{String(proof.words["text"])}</blockquote>
        </figure>
      ) : (
        <p class="words">{t("proof.empty")}</p>
      )}
      {proof && <Steps steps={run.tool.steps.slice(1)} progress={null} />}
      <div class="row">
        {proofs.length > 1 && (
          <button type="button" class="button quiet" onClick={() => setShown(shown + 1)}>
            {t("proof.next")}
          </button>
        )}
        {!adds && (
          <button type="button" class="button plain" onClick={() => setAdds(true)}>
            {t("proof.add")}
          </button>
        )}
      </div>
      {adds && <AskLine run={run} field="proof" label={t("proof.line")} />}
    </div>
  );
}
