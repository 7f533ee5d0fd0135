import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/notes.ts";
import { triggerFile } from "../library/catalogue.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { dayRule } from "../shell/today.ts";
import { Choices } from "../ui/Choices.tsx";
import { late } from "../ui/late.tsx";
import { longLabel, saidOf, whenLabel } from "./labels.ts";
import { type FieldsProps, localOf, type NoteKind, offeredTimes, type When } from "./note.ts";
import { askToRemind, mayRemind } from "./reminders.ts";

const Moment = late(async () => (await import("../ui/Moment.tsx")).Moment);

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** One line or a few: what most lists hold. */
function Line({ kind, draft, change }: FieldsProps): JSX.Element {
  return (
    <OwnWords
      label={saidOf(kind).text}
      labelSeen
      value={text(draft["text"])}
      onInput={(said) => change({ text: said })}
    />
  );
}

function Name({ kind, draft, change }: FieldsProps): JSX.Element {
  return (
    <div class="note-name">
      <OwnWords
        label={saidOf(kind).text}
        labelSeen
        value={text(draft["name"])}
        onInput={(said) => change({ name: said })}
      />
    </div>
  );
}

const WHENS: readonly When[] = ["none", "hour", "evening", "tomorrow", "two-days", "own"];

function NextStep(props: FieldsProps): JSX.Element {
  const { draft, change } = props;
  const [times] = useState(() => offeredTimes(new Date(), dayRule.value.zone));
  const due = text(draft["due"]);
  const known = WHENS.find((when) => times[when] === due && due !== "");
  const [own, setOwn] = useState(due !== "" && !known);
  const offered = WHENS.filter((when) => when === "none" || when === "own" || times[when]);
  const pick = (when: When) => {
    setOwn(when === "own");
    const now = localOf(new Date(), dayRule.value.zone);
    change({ due: when === "own" ? due || now : (times[when] ?? null) });
  };
  return (
    <>
      <Line {...props} />
      <Choices
        legend={t("due.when")}
        legendSeen
        options={offered.map((id) => ({ id, label: t(`due.${id}`) }))}
        value={own ? "own" : (known ?? "none")}
        onPick={pick}
      />
      {own && <OwnTime due={due} change={change} />}
      {due && <Remind due={due} />}
    </>
  );
}

function OwnTime({ due, change }: Pick<FieldsProps, "change"> & { due: string }): JSX.Element {
  return (
    <Moment
      legend={t("due.at")}
      value={due}
      today={localOf(new Date(), dayRule.value.zone).slice(0, 10)}
      near={1}
      onInput={(at) => change({ due: at })}
    />
  );
}

/** A reminder by this phone is asked for with a tap, and said as it is. */
function Remind({ due }: { due: string }): JSX.Element {
  const [answer, setAnswer] = useState(mayRemind() ? "yes" : "");
  const ask = () => void askToRemind().then((may) => setAnswer(may ? "yes" : "no"));
  return (
    <div class="stack tight">
      <p class="soft">{t("due.for", { when: whenLabel(due) })}</p>
      {answer === "" && (
        <button type="button" class="button quiet" onClick={ask}>
          {t("due.remind")}
        </button>
      )}
      <p class="soft" role="status">
        {answer === "yes" && t("due.reminds")}
        {answer === "no" && t("due.refused")}
      </p>
    </div>
  );
}

function OwnTrigger(props: FieldsProps): JSX.Element {
  const { draft, change } = props;
  useEffect(triggerFile.load, []);
  const okay = [
    { id: "fine", label: t("own-trigger.just-hard") },
    { id: "not-okay", label: t("own-trigger.not-okay") },
  ];
  const isNotOkay = draft["safety"] === "not-okay";
  return (
    <>
      <Name {...props} />
      <Choices
        legend={t("own-trigger.group")}
        legendSeen
        options={triggerFile.read.value?.groups ?? []}
        value={text(draft["group"]) || undefined}
        onPick={(group) => change({ group })}
      />
      <Choices
        legend={t("own-trigger.okay")}
        legendSeen
        options={okay}
        value={isNotOkay ? "not-okay" : "fine"}
        onPick={(id) => change({ safety: id === "fine" ? undefined : id })}
      />
      {isNotOkay && <p class="soft">{t("own-trigger.not-okay-hint")}</p>}
    </>
  );
}

const TOOL_KINDS = ["breath", "body", "mind", "social", "break"] as const;
const LONG_S = [15, 30, 60, 180, 300, 600];
const A_MINUTE_S = 60;

function OwnTool(props: FieldsProps): JSX.Element {
  const { draft, change } = props;
  const steps = Array.isArray(draft["steps"]) ? draft["steps"].join("\n") : "";
  return (
    <>
      <Name {...props} />
      <Choices
        legend={t("own-tool.kind")}
        legendSeen
        options={TOOL_KINDS.map((id) => ({ id, label: t(`own-tool.${id}`) }))}
        value={TOOL_KINDS.find((id) => id === draft["kind"]) ?? "mind"}
        onPick={(kind) => change({ kind })}
      />
      <Choices
        legend={t("own-tool.long")}
        legendSeen
        options={LONG_S.map((id) => ({ id, label: longLabel(id) }))}
        value={Number(draft["seconds"] ?? A_MINUTE_S)}
        onPick={(seconds) => change({ seconds })}
      />
      <OwnWords
        label={t("own-tool.steps")}
        labelSeen
        value={steps}
        onInput={(said) => change({ steps: said === "" ? [] : said.split("\n") })}
      />
    </>
  );
}

const WHATS = ["whom.sit", "whom.how", "whom.calm", "whom.learn"] as const;

function WhomToAsk(props: FieldsProps): JSX.Element {
  const { draft, change } = props;
  const what = text(draft["what"]);
  return (
    <>
      <Name {...props} />
      <Choices
        legend={t("whom.what")}
        legendSeen
        options={WHATS.map((key) => ({ id: t(key), label: t(key) }))}
        value={what}
        onPick={(id) => change({ what: id })}
      />
      <div class="note-name">
        <OwnWords label={t("whom.what")} value={what} onInput={(said) => change({ what: said })} />
      </div>
    </>
  );
}

/** What is asked for each kind of note. */
export const FIELDS: Record<NoteKind, FunctionComponent<FieldsProps>> = {
  proof: Line,
  phrase: Line,
  "ask-work": late(() => import("./AskFields.tsx")),
  "whom-to-ask": WhomToAsk,
  "for-somebody-new": Line,
  lesson: Line,
  scene: Line,
  "read-next": Line,
  "follow-up": NextStep,
  "own-trigger": OwnTrigger,
  "own-tool": OwnTool,
};
