import type { JSX } from "preact";
import { SaveLine } from "../entries/SaveLine.tsx";
import { t } from "../language/techniques.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { WaterMark } from "../ui/Marks.tsx";
import type { ToolInProgress } from "./running.ts";

const EFFECTS = [
  { id: 1, label: "helped.yes", water: 5 },
  { id: 0, label: "helped.same", water: 3 },
  { id: -1, label: "helped.no", water: 1 },
] as const;

type Props = { run: ToolInProgress; onRated: (effect?: number) => void };

/** Did it help? One tap, and it is kept; no answer is as good. */
export function Helped({ run, onRated }: Props): JSX.Element {
  const options = EFFECTS.map(({ id, label, water }) => ({
    id: id as number,
    label: t(label),
    mark: <WaterMark n={water} />,
  }));
  const { effect } = run.members.value;
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("helped.title")}</StepHeading>
        <p class="soft">{t("helped.lead")}</p>
        <Choices
          legend={t("helped.title")}
          look="scale mood"
          options={options}
          value={effect}
          onPick={(id) => run.change({ effect: id })}
          onTapped={(id) => onRated(id)}
        />
      </div>
      <footer class="sheet-foot">
        <SaveLine saving={run.saving} kept={run.kept} />
        <button
          type="button"
          class={effect === undefined ? "button quiet" : "button"}
          onClick={() => onRated(effect)}
        >
          {effect === undefined ? t("helped.skip") : t("act.done")}
        </button>
      </footer>
    </>
  );
}
