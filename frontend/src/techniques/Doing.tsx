import type { FunctionComponent, JSX } from "preact";
import { useState } from "preact/hooks";
import { SaveLine } from "../entries/SaveLine.tsx";
import { t } from "../language/techniques.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { Asks } from "./Asks.tsx";
import { FIELDS, isHalfDone } from "./answers.ts";
import { BreathCircle } from "./BreathCircle.tsx";
import { breathWay } from "./kit.ts";
import { Friend, LightLine, Naming, Proof } from "./OwnWords.tsx";
import type { ToolInProgress } from "./running.ts";
import { Backup, Message, Thanks } from "./Send.tsx";
import { Shake } from "./Shake.tsx";
import { Timed } from "./Timed.tsx";
import { useAwake } from "./wake.ts";

type Props = { run: ToolInProgress };
type Paced = Props & { onOver: () => void };

/** Those with a way of their own; every other tool is its steps and its time. */
const OWN_WAYS: Readonly<Record<string, FunctionComponent<Props>>> = {
  "name-it": Naming,
  "friend-voice": Friend,
  "light-line": LightLine,
  "proof-file": Proof,
  "message-someone": Message,
  "ask-for-backup": Backup,
  "thank-someone": Thanks,
};

function wayOf({ id }: { id: string }): FunctionComponent<Props> | undefined {
  return OWN_WAYS[id] ?? (id in FIELDS ? Asks : undefined);
}

/** Doing a tool, in its own way. It ends when the person says so, not when the time is up. */
export function Doing({ run }: Props): JSX.Element {
  const Way = wayOf(run.tool);
  const [isOver, setOver] = useState(Way !== undefined);
  useAwake(!isOver);
  const answers = run.members.value.run?.answers ?? {};
  const isHalf = isHalfDone(run.tool.id, answers);
  const stop = () => run.stop(Date.now());
  return (
    <>
      <div class={Way ? "sheet-body" : "sheet-body centre"}>
        <StepHeading>{run.tool.label}</StepHeading>
        {Way ? <Way run={run} /> : <Pace run={run} onOver={() => setOver(true)} />}
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
