import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OpenItem } from "../feeds/words.ts";
import { t } from "../language/notes.ts";
import { itemOf, itemsOf, state } from "../shell/device.ts";
import { closeSheet, goToStep, place } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { late, lateExtra } from "../ui/late.tsx";
import { CheckMark, OnMark } from "../ui/Marks.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { removeNote, setDone } from "./acts.ts";
import { saidOf, whenLabel } from "./labels.ts";
import {
  beneath,
  followUpOf,
  isDone,
  isNoteKind,
  markOf,
  type NoteKind,
  notesAmong,
  titleOf,
} from "./note.ts";
import { WriteNote } from "./WriteNote.tsx";
import "./notes.css";

const NEW = "new";
const EDIT = "edit ";
const TICKED: readonly NoteKind[] = ["follow-up", "lesson", "scene", "read-next", "whom-to-ask"];

const AskPage = late(() => import("./AskPage.tsx"));
const AskStands = late(() => import("./AskStands.tsx"));
const HandOn = late(() => import("./HandOn.tsx"));
const OtherHeads = lateExtra(async () => (await import("../entries/OtherHeads.tsx")).OtherHeads);
const SharedWith = late(() => import("../sharing/SharedWith.tsx"));

/** One list in a sheet: no address tells which lists somebody keeps. */
export default function NotesSheet(): JSX.Element {
  const { about, step = "" } = place.value ?? {};
  const kind = isNoteKind(about) ? about : "proof";
  return (
    <Sheet label={saidOf(kind).title} onClose={closeSheet}>
      <Part kind={kind} step={step} />
    </Sheet>
  );
}

/** The list, one note of it to write or to change, or the page of an ask. */
function Part({ kind, step }: { kind: NoteKind; step: string }): JSX.Element {
  const note = step === NEW ? undefined : itemOf(step.replace(EDIT, ""));
  const back = () => history.back();
  if (step !== NEW && note === undefined) return <List kind={kind} />;
  if (note && kind === "ask-work" && !step.startsWith(EDIT)) {
    return <AskPage note={note} onChange={() => goToStep(EDIT + note.item)} />;
  }
  return (
    <>
      {note && note.others.length > 0 && (
        <div class="sheet-body">
          <OtherHeads entry={note} said={(one) => [titleOf(one), beneath(one)].join("\n").trim()} />
        </div>
      )}
      <WriteNote key={step} kind={kind} note={note} onDone={back} />
      {note && kind === "for-somebody-new" && state.value.account && (
        <div class="sheet-body">
          <SharedWith item={note.item} />
        </div>
      )}
      {note && <Delete note={note} onDone={back} />}
    </>
  );
}

function List({ kind }: { kind: NoteKind }): JSX.Element {
  const notes = notesAmong(itemsOf("note"), kind);
  const { title, lead, none } = saidOf(kind);
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{title}</StepHeading>
        <p class="soft">{lead}</p>
        {notes.length === 0 && <p class="words">{none}</p>}
        <ul class="notes">
          {notes.map((note) => (
            <Row key={note.item} note={note} kind={kind} />
          ))}
        </ul>
        {kind === "for-somebody-new" && notes.length > 0 && <HandOn notes={notes} />}
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button" onClick={() => goToStep(NEW)}>
          {t("notes.add")}
        </button>
      </footer>
    </>
  );
}

function Row({ note, kind }: { note: OpenItem; kind: NoteKind }): JSX.Element {
  const done = isDone(note);
  const small = smallOf(note);
  return (
    <li class={done ? "note done" : "note"}>
      {TICKED.includes(kind) && <Tick note={note} done={done} />}
      <button type="button" class="note-open" onClick={() => goToStep(note.item)}>
        <span>
          <span class="words">{titleOf(note)}</span>
          {small && <small class="soft">{small}</small>}
          {kind === "ask-work" && <AskStands note={note} />}
        </span>
        <OnMark />
      </button>
    </li>
  );
}

/** What is said beneath a note in its list. */
function smallOf(note: OpenItem): string {
  const { due } = followUpOf(note);
  if (isDone(note) && itemOf(markOf(note) ?? "")) return t("notes.read-mark");
  return due && !isDone(note) ? t("due.for", { when: whenLabel(due) }) : beneath(note);
}

function Tick({ note, done }: { note: OpenItem; done: boolean }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const toggle = () => {
    setBusy(true);
    void setDone(note.item, !done).finally(() => setBusy(false));
  };
  return (
    <label class="tick-box">
      <input
        type="checkbox"
        checked={done}
        disabled={busy}
        aria-label={t("notes.tick", { title: titleOf(note) })}
        onChange={toggle}
      />
      <CheckMark />
    </label>
  );
}

function Delete({ note, onDone }: { note: OpenItem; onDone: () => void }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await removeNote(note.item);
    onDone();
  };
  return (
    <div class="note-delete">
      {asking && <p>{t("notes.delete-sure")}</p>}
      {asking ? (
        <ActButton kind="grave" act={remove}>
          {t("notes.delete")}
        </ActButton>
      ) : (
        <button type="button" class="button plain" onClick={() => setAsking(true)}>
          {t("notes.delete")}
        </button>
      )}
      {asking && (
        <button type="button" class="button plain" onClick={() => setAsking(false)}>
          {t("notes.keep")}
        </button>
      )}
    </div>
  );
}
