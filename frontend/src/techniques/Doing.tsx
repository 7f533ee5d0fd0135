import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { SaveLine } from "../entries/SaveLine.tsx";
import { t } from "../language/techniques.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { late } from "../ui/late.tsx";
import { isHalfDone } from "./answers.ts";
import { BreathCircle } from "./BreathCircle.tsx";
import { isDoneInWords } from "./inWords.ts";
import { breathWay } from "./kit.ts";
import type { ToolInProgress } from "./running.ts";
import { Shake } from "./Shake.tsx";
import { Timed } from "./Timed.tsx";
import { useAwake } from "./wake.ts";

type Props = { run: ToolInProgress };
type Paced = Props & { onOver: () => void };

const InWords = late(() => import("./InWords.tsx"));

/** Doing a tool, in its own way. It ends when the person says so, not when the time is up. */
export function Doing({ run }: Props): JSX.Element {
  const inWords = isDoneInWords(run.tool.id);
  const [isOver, setOver] = useState(inWords);
  useAwake(!isOver);
  const answers = run.members.value.run?.answers ?? {};
  const isHalf = isHalfDone(run.tool.id, answers);
  const stop = () => run.stop(Date.now());
  return (
    <>
      <div class={inWords ? "sheet-body" : "sheet-body centre"}>
        <StepHeading>{run.tool.label}</StepHeading>
        {inWords ? <InWords run={run} /> : <Pace run={run} onOver={() => setOver(true)} />}
        {isHalf && (
          <p class="soft" role="status">
            {t("fields.both")}
          </p>
        )}
      </div>
      <footer class="sheet-foot">
        <SaveLine saving={run.saving} kept={run.kept} />
        {!isHalf && (
          <button type="button" class={isOver ? "button" : "button quiet"} onClick={stop}>
            {isOver ? t("act.done") : t("tool.enough")}
          </button>
        )}
      </footer>
    </>
  );
}

function Pace({ run, onOver }: Paced): JSX.Element {
  if (run.tool.id === "shake-it-out") return <Shake onClear={onOver} />;
  if (run.tool.breath) return <Guided run={run} onOver={onOver} />;
  return <Timed run={run} onOver={onOver} />;
}

function Guided({ run, onOver }: Paced): JSX.Element {
  const [ended, setEnded] = useState(false);
  // Changed while it goes on, it would begin anew: as it is now is how it stays.
  const [{ holds }] = useState(breathWay.value);
  const { breath, steps, take_care: care } = run.tool;
  const lead = care ? t("breath.care") : steps[0];
  const end = () => {
    setEnded(true);
    onOver();
  };
  return (
    <>
      {breath && <BreathCircle pattern={breath} holds={holds} onEnd={end} />}
      <p class="soft">{ended ? t("breath.end") : lead}</p>
    </>
  );
}
