import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { OtherHeads } from "../entries/OtherHeads.tsx";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/safety.ts";
import { itemsOf, theDevice } from "../shell/device.ts";
import { closeSheet, goToStep, place } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { OnMark } from "../ui/Marks.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { saveFile } from "../ui/saveFile.ts";
import { FactForm } from "./FactForm.tsx";
import { factIn, factsAmong, fileOf, whenLabel } from "./facts.ts";
import "./safety.css";

/** The fact notes of this journal, in a sheet: no address tells that somebody keeps any. */
export default function FactNotes(): JSX.Element {
  const [chosen, setChosen] = useState<OpenItem | undefined>();
  const step = place.value?.step;
  const open = (note?: OpenItem) => {
    setChosen(note);
    goToStep(note ? "note" : "write");
  };
  const change = (now: OpenItem) => {
    setChosen(now);
    goToStep("write");
  };
  const back = () => history.back();
  return (
    <Sheet label={t("facts.title")} onClose={closeSheet}>
      {step === "write" && <FactForm note={chosen} onDone={back} onBack={back} />}
      {step === "note" && chosen && <FactNote note={chosen} change={change} />}
      {(!step || (step === "note" && !chosen)) && <FactList open={open} />}
    </Sheet>
  );
}

function exportAll(notes: readonly OpenItem[]): void {
  const labels = {
    head: t("facts.file-head"),
    when: t("fact.when"),
    channel: t("fact.channel"),
    said: t("fact.said"),
    witnesses: t("fact.witnesses"),
  };
  const text = fileOf(
    notes.map(({ words }) => factIn(words)),
    labels,
  );
  saveFile("fact-notes.txt", text, "text/plain;charset=utf-8");
}

function FactList({ open }: { open: (note?: OpenItem) => void }): JSX.Element {
  const facts = factsAmong(itemsOf("note"));
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("facts.title")}</StepHeading>
        <p class="soft">{t("facts.lead")}</p>
        {facts.length === 0 && <p>{t("facts.none")}</p>}
        <ul class="ways">
          {facts.map((note) => (
            <li key={note.item}>
              <button type="button" class="way" onClick={() => open(note)}>
                <span>
                  {whenLabel(factIn(note.words).on)}
                  <span class="unseen">. </span>
                  <small class="soft fact-first">{factIn(note.words).said}</small>
                </span>
                <OnMark />
              </button>
            </li>
          ))}
        </ul>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button" onClick={() => open()}>
          {t("facts.new")}
        </button>
        {facts.length > 0 && (
          <button type="button" class="button plain" onClick={() => exportAll(facts)}>
            {t("facts.file")}
          </button>
        )}
      </footer>
    </>
  );
}

type NoteProps = { note: OpenItem; change: (now: OpenItem) => void };

function FactNote({ note, change }: NoteProps): JSX.Element {
  const now = itemsOf("note").find(({ item }) => item === note.item) ?? note;
  const { on, channel, said, witnesses } = factIn(now.words);
  const remove = async () => {
    await (await theDevice()).remove(note.item, "forget");
    history.back();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{whenLabel(on)}</StepHeading>
        {channel && <p class="soft">{channel}</p>}
        {said && <p class="words fact-line">{said}</p>}
        {witnesses && (
          <p>
            {t("fact.witnesses")}: {witnesses}
          </p>
        )}
        <OtherHeads entry={now} said={({ words }) => factIn(words).said} />
        <p class="soft">{t("fact.file-hint")}</p>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button" onClick={() => exportAll([now])}>
          {t("fact.file")}
        </button>
        <button type="button" class="button quiet" onClick={() => change(now)}>
          {t("fact.change")}
        </button>
        <DeleteTwice act={remove} />
      </footer>
    </>
  );
}

/** A second tap, on another button, deletes; the first one only asks. */
function DeleteTwice({ act }: { act: () => Promise<void> }): JSX.Element {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="button plain" onClick={() => setAsked(true)}>
        {t("fact.delete")}
      </button>
    );
  }
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setAsked(false)}>
        {t("fact.keep")}
      </button>
      <ActButton kind="grave" act={act}>
        {t("fact.delete-now")}
      </ActButton>
    </>
  );
}
