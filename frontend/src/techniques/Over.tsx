import type { JSX } from "preact";
import { SaveLine } from "../entries/SaveLine.tsx";
import { listLabel } from "../language/dates.ts";
import { t } from "../language/techniques.ts";
import { intensityLabel } from "../library/catalogue.ts";
import { goToSheet } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { StillMark } from "../ui/Marks.tsx";
import { FIELDS } from "./answers.ts";
import type { ToolInProgress } from "./running.ts";

type Props = { run: ToolInProgress; onDone: () => void };

const LEVELS = [1, 2, 3, 4, 5] as const;

/** What settles is worth a before and after; a note to oneself or to others is not. */
const settles = ({ id, kind }: { id: string; kind: string }) =>
  kind !== "social" && !(id in FIELDS);

/** It is kept. How big it was and is may be said, or not. */
export function Over({ run, onDone }: Props): JSX.Element {
  const ticked = run.ticked.value;
  return (
    <>
      <div class="sheet-body low">
        <StillMark />
        <StepHeading>{t("over.title")}</StepHeading>
        <p class="lead">{t("over.lead")}</p>
        {ticked.length > 0 && (
          <p role="status">{t("over.ticked", { habits: listLabel(ticked) })}</p>
        )}
        {settles(run.tool) && <Sizes run={run} />}
        {run.tool.id === "ask-work" && (
          <button type="button" class="button quiet" onClick={() => goToSheet("notes", "ask-work")}>
            {t("over.asks")}
          </button>
        )}
      </div>
      <footer class="sheet-foot">
        <SaveLine saving={run.saving} kept={run.kept} />
        <button type="button" class="button" onClick={onDone}>
          {t("act.done")}
        </button>
      </footer>
    </>
  );
}

function Sizes({ run }: { run: ToolInProgress }): JSX.Element {
  const { before, after } = run.members.value;
  const keep = (part: { before?: number; after?: number }) => {
    run.change(part);
    void run.finish();
  };
  return (
    <div class="sizes">
      <p class="soft">{t("over.optional")}</p>
      <Size legend={t("over.before")} value={before} onPick={(n) => keep({ before: n })} />
      <Size legend={t("over.after")} value={after} onPick={(n) => keep({ after: n })} />
    </div>
  );
}

type SizeProps = { legend: string; value: number | undefined; onPick: (n: number) => void };

function Size({ legend, value, onPick }: SizeProps): JSX.Element {
  const options = LEVELS.map((n) => ({
    id: n as number,
    label: String(n),
    name: t("scale.option", { n, label: intensityLabel(n) }),
  }));
  return <Choices legend={legend} legendSeen options={options} value={value} onPick={onPick} />;
}
