import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { t } from "../language/drills.ts";
import type { Drill } from "../library/catalogue.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { closeSheet, goToSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { OpenMark } from "../ui/Marks.tsx";
import type { DrillInProgress } from "./drilling.ts";

type Props = { drill: Drill; doing: DrillInProgress };

/** Two ways to say it beside the own one, which may still change, and may be kept. */
export function ModelsStep({ drill, doing }: Props): JSX.Element {
  const [kept, setKept] = useState("");
  const line = doing.members.value.line ?? "";
  const mayKeep = line.trim() !== "" && line !== kept;
  const keep = async () => {
    await doing.keepLine();
    setKept(line);
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("drill.models")}</StepHeading>
        <Models drill={drill} />
        <div class="own-line">
          <OwnWords
            label={t("drill.mine")}
            labelSeen
            value={line}
            onInput={(text) => doing.change({ line: text })}
          />
        </div>
        <Idea drill={drill} />
        <button
          type="button"
          class="text-button"
          onClick={() => goToSheet("drill", `scene ${drill.id}`)}
        >
          {t("drill.play")}
        </button>
      </div>
      <StepFoot call={doing}>
        {kept !== "" && !mayKeep && (
          <p class="status" role="status">
            {t("drill.kept")}
          </p>
        )}
        {mayKeep && (
          <ActButton kind="quiet" act={keep}>
            {t("drill.keep")}
          </ActButton>
        )}
        <NextButton onClick={closeSheet} label={t("act.done")} />
      </StepFoot>
    </>
  );
}

function Models({ drill }: Pick<Props, "drill">): JSX.Element {
  return (
    <ol class="models">
      {drill.models.map((model) => (
        <li key={model}>
          <blockquote class="words">{model}</blockquote>
        </li>
      ))}
    </ol>
  );
}

function Idea({ drill }: Pick<Props, "drill">): JSX.Element {
  return (
    <>
      <p>
        <strong>{t("drill.idea")}.</strong> {drill.move}
      </p>
      {drill.note && <p class="drill-note">{drill.note}</p>}
      <p class="honest">{t("gym.honest")}</p>
      <details class="trigger-group trap">
        <summary>
          {t("drill.trap")}
          <OpenMark />
        </summary>
        <p class="say">{t("gym.quote", { line: drill.trap })}</p>
      </details>
    </>
  );
}
