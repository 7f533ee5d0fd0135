import type { JSX } from "preact";
import { t } from "../language/techniques.ts";
import { Choices } from "../ui/Choices.tsx";
import { AskLine } from "./Asks.tsx";
import { Hand } from "./Hand.tsx";
import type { ToolInProgress } from "./running.ts";
import { Steps } from "./Timed.tsx";

type Props = { run: ToolInProgress };

const NEEDS = ["advice", "break", "take-over"] as const;
type Need = (typeof NEEDS)[number];

const NEED = {
  advice: "send.need-advice",
  break: "send.need-break",
  "take-over": "send.need-take-over",
} as const;
const ASKED = {
  advice: "send.advice",
  break: "send.break",
  "take-over": "send.take-over",
} as const;

/** A neutral line to somebody one trusts. */
export function Message({ run }: Props): JSX.Element {
  return (
    <div class="asks">
      <Steps steps={run.tool.steps.filter((_, index) => index !== 1)} progress={null} />
      <Line text={t("send.message")} />
    </div>
  );
}

/** A line that says what one needs, and nothing of the call. */
export function Backup({ run }: Props): JSX.Element {
  const need = run.members.value.run?.answers?.["ask"] as Need | undefined;
  return (
    <div class="asks">
      <Choices
        legend={t("send.need")}
        legendSeen
        options={NEEDS.map((id) => ({ id: id as string, label: t(NEED[id]) }))}
        value={need}
        onPick={(id) => run.answer("ask", id)}
      />
      {need && <Line text={t(ASKED[need])} />}
      <Steps steps={run.tool.steps.slice(-1)} progress={null} />
    </div>
  );
}

/** A line of thanks, written here and sent, or not, by the person. */
export function Thanks({ run }: Props): JSX.Element {
  const text = run.members.value.run?.answers?.["line"]?.trim() ?? "";
  return (
    <div class="asks">
      <Steps steps={run.tool.steps.slice(0, 2)} progress={null} />
      <AskLine run={run} field="line" label={t("send.line")} />
      <AskLine run={run} field="whom" label={t("send.whom")} />
      {text && <Hand text={text} />}
      <p class="soft">{t("send.self")}</p>
    </div>
  );
}

function Line({ text }: { text: string }): JSX.Element {
  return (
    <>
      <blockquote class="words line">{text}</blockquote>
      <Hand text={text} />
      <p class="soft">{t("send.self")}</p>
    </>
  );
}
