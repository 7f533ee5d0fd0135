import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { newId } from "../crypto/ids.ts";
import { useHurry } from "../entries/hurry.ts";
import { EntryInProgress, keptDraft } from "../entries/inProgress.ts";
import { momentOf } from "../entries/words.ts";
import { profileOf } from "../feeds/profile.ts";
import type { Words } from "../feeds/words.ts";
import { t } from "../language/prompts.ts";
import { feelingFile, type Prompt, promptFile } from "../library/catalogue.ts";
import { keepNote } from "../notes/acts.ts";
import { entries, itemOf, itemsOf, theDevice } from "../shell/device.ts";
import { hour } from "../shell/look.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { seenPrompts } from "./memory.ts";
import { noted } from "./offering.ts";
import { PromptAnswer } from "./PromptAnswer.tsx";
import { type DayPhase, entryFor, phaseOf, promptsFor } from "./today.ts";
import "./prompts.css";

const DRAFT = "today-prompt";

type Answer = { prompt: string; answer: string; on: string };
type Draft = EntryInProgress<Answer>;

/** One question for today, answered where it stands. */
export default function TodayQuestion(): JSX.Element | null {
  const [kept, setKept] = useState("");
  const [draft, setDraft] = useState<Draft>();
  const day = today.value;
  useEffect(() => {
    promptFile.load();
    feelingFile.load();
    void begun(day).then(setDraft);
  }, [day]);
  // Chosen once a day, so that the question does not change under the thumb.
  const phase = useMemo(
    () =>
      phaseOf(
        hour.value,
        entries.value.some((one) => one.day === day),
      ),
    [day],
  );
  if (kept) return <Kept item={kept} />;
  if (!promptFile.read.value || !draft) return null;
  const found = offered(phase, day);
  if (found === "tool") return <ToolInstead />;
  const prompt = found.find(({ id }) => id === draft.members.value.prompt) ?? found[0];
  return prompt ? (
    <Question key={prompt.id} {...{ prompt, phase, draft, onKept: setKept }} />
  ) : null;
}

function offered(phase: DayPhase, day: string): Prompt[] | "tool" {
  const profile = profileOf({ items: itemsOf });
  const dropped = profile["dropped_tools"];
  return promptsFor(phase, day, {
    prompts: promptFile.read.value?.prompts ?? [],
    entries: entries.value,
    seen: seenPrompts(entries.value, profile),
    dropped: Array.isArray(dropped) ? dropped.map(String) : [],
  });
}

/** What was begun today, or an empty answer. */
async function begun(day: string): Promise<Draft> {
  const found = await keptDraft(DRAFT);
  const fresh: Answer = { prompt: "", answer: "", on: day };
  const { prompt, answer, on } = (found?.words ?? {}) as Partial<Answer>;
  const isToday = on === day && prompt !== undefined && answer !== undefined;
  return new EntryInProgress<Answer>(DRAFT, "prompt", isToday ? { prompt, answer, on } : fresh);
}

type Props = { prompt: Prompt; phase: DayPhase; draft: Draft; onKept: (item: string) => void };

function Question({ prompt, phase, draft, onKept }: Props): JSX.Element {
  useHurry(draft);
  const item = useMemo(newId, [prompt.id]); // tried again after a doubt, it is the same entry
  const now = draft.members.value;
  const answer = now.prompt === prompt.id ? now.answer : "";
  const keep = async () => {
    const change = entryFor(phase, prompt, answer, momentOf(new Date()));
    onKept((await (await theDevice()).save({ item, ...change })).item);
    await draft.dropDraft();
  };
  const another = async () => {
    draft.change({ prompt: "", answer: "" });
    await draft.dropDraft();
    await noted(prompt.id);
  };
  return (
    <section class="prompt" aria-labelledby="today-prompt">
      <h2 id="today-prompt">{t("prompt.today")}</h2>
      <p class="prompt-text">{prompt.text}</p>
      <PromptAnswer
        prompt={prompt}
        answer={answer}
        onAnswer={(text) => draft.change({ prompt: prompt.id, answer: text })}
      />
      <div class="acts">
        <ActButton kind="plain" act={another}>
          {t("prompt.another")}
        </ActButton>
        {answer && <ActButton act={keep}>{t("prompt.keep")}</ActButton>}
      </div>
    </section>
  );
}

/** It is in the journal; what one is proud of may stand in the proof file as well. */
function Kept({ item }: { item: string }): JSX.Element {
  const [proof, setProof] = useState<string>(newId);
  const proven = proofIn(itemOf(item)?.words);
  const keepProof = async () => {
    await keepNote(proof, "proof", { text: proven, from: item });
    setProof("");
  };
  return (
    <section class="prompt" role="status">
      <p class="prompt-text">{proof ? t("prompt.kept") : t("prompt.proof-kept")}</p>
      {proven && proof && (
        <ActButton kind="quiet" act={keepProof}>
          {t("prompt.proof")}
        </ActButton>
      )}
      <a class="button plain" href={`/journal/${item}`}>
        {t("prompt.kept-look")}
      </a>
    </section>
  );
}

/** The answer to a question that asks for proof. */
function proofIn(words: Words | undefined): string {
  const { id, answer } = (words?.["prompt"] ?? {}) as { id?: string; answer?: string };
  const prompt = promptFile.read.value?.prompts.find((one) => one.id === id);
  return prompt?.technique_id === "proof-file" ? String(answer ?? words?.["line"] ?? "") : "";
}

function ToolInstead(): JSX.Element {
  return (
    <section class="prompt">
      <p class="prompt-text">{t("prompt.tool")}</p>
      <a class="button quiet" href="/tools">
        {t("prompt.tools")}
      </a>
    </section>
  );
}
