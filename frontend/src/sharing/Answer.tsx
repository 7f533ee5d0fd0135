import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import type { Words } from "../feeds/device.ts";
import { t } from "../language/coach.ts";
import { type KindReply, sharingFile, triggersById } from "../library/catalogue.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Choices, ManyChoices } from "../ui/Choices.tsx";
import { WordsArea } from "../ui/Fields.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { theSharing } from "./acts.ts";
import { fitting, hasGap } from "./answers.ts";
import { lookIn } from "./inbox.ts";
import type { Letter, Said, State } from "./shape.ts";

type Props = { letter: Letter; words: Words; onSent: () => void; onGone: () => void };
type Choice = State | "none";

const STATES: readonly Choice[] = ["none", "looking", "done", "cannot"];

/** One line back: one of ours, edited or not, or one's own. Nothing of it is kept here. */
export function Answer({ letter, words, onSent, onGone }: Props): JSX.Element {
  const [text, setText] = useState("");
  const [kind, setKind] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice>("none");
  const [record, setRecord] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const isAsk = words.t === "ask-work";
  const pick = (line: KindReply) => {
    setText(line.text);
    setKind(line.id);
    field.current?.scrollIntoView({ block: "center" });
  };
  const send = async () => {
    const state = choice === "none" ? null : choice;
    const asks = record ? ({ record: true } as const) : {};
    const isSent = await sendTo(letter, { text: text.trim(), kind_reply: kind, state, ...asks });
    if (!isSent) return onGone();
    onSent();
    await lookIn();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("answer.title")}</StepHeading>
        <p class="soft">{t("answer.hint")}</p>
        <div ref={field}>
          <WordsArea label={t("answer.own")} labelSeen value={text} onInput={setText} />
        </div>
        {isAsk && <AboutAsk choice={choice} onPick={setChoice} />}
        <Lines words={words} onPick={pick} />
        <Avoid />
        {isPraise(words) && <OnRecord is={record} onChange={setRecord} />}
      </div>
      <footer class="sheet-foot">
        {hasGap(text) && <p class="soft">{t("answer.fill")}</p>}
        {text.trim() && !hasGap(text) && <ActButton act={send}>{t("answer.send")}</ActButton>}
      </footer>
    </>
  );
}

/** False where the copy was taken back meanwhile: then nothing can be answered. */
async function sendTo(letter: Letter, said: Said): Promise<boolean> {
  try {
    await (await theSharing()).reply(letter, said);
    return true;
  } catch (trouble) {
    if (trouble instanceof JournalTrouble && trouble.code === "copy-gone") return false;
    throw trouble;
  }
}

const isPraise = (words: Words) => words.t === "bright-spot" || words["bright"] !== undefined;

type LinesProps = { words: Words; onPick: (line: KindReply) => void };

function Lines({ words, onPick }: LinesProps): JSX.Element {
  const lines = sharingFile.read.value?.kind_replies ?? [];
  const { first, others } = fitting(lines, words, triggersById.value);
  return (
    <section class="stack tight" aria-label={t("answer.pick")}>
      <p>{t("answer.pick")}</p>
      {first.map((line) => (
        <Line key={line.id} line={line} onPick={onPick} />
      ))}
      <details class="card slim">
        <summary>{t("answer.more")}</summary>
        {others.map((line) => (
          <Line key={line.id} line={line} onPick={onPick} />
        ))}
      </details>
    </section>
  );
}

type LineProps = { line: KindReply; onPick: (line: KindReply) => void };

function Line({ line, onPick }: LineProps): JSX.Element {
  return (
    <button type="button" class="button quiet kind-line" onClick={() => onPick(line)}>
      {line.text}
    </button>
  );
}

function Avoid(): JSX.Element {
  return (
    <details class="card slim">
      <summary>{t("answer.avoid")}</summary>
      <ul class="points">
        {sharingFile.read.value?.reply_avoid.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

type AskProps = { choice: Choice; onPick: (choice: Choice) => void };

function AboutAsk({ choice, onPick }: AskProps): JSX.Element {
  return (
    <>
      <Choices
        legend={t("answer.state")}
        legendSeen
        options={STATES.map((id) => ({ id, label: t(`answer-state.${id}`) }))}
        value={choice}
        onPick={onPick}
      />
      {choice === "cannot" && <p class="soft">{t("answer.cannot-hint")}</p>}
    </>
  );
}

function OnRecord({ is, onChange }: { is: boolean; onChange: (is: boolean) => void }): JSX.Element {
  return (
    <ManyChoices
      legend={t("answer.record")}
      options={[{ id: "record", label: t("answer.record"), hint: t("answer.record-hint") }]}
      values={is ? ["record"] : []}
      most={1}
      onChange={(values) => onChange(values.length > 0)}
    />
  );
}
