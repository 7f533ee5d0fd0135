import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { newId } from "../crypto/ids.ts";
import { useHurry } from "../entries/hurry.ts";
import { EntryInProgress, keptDraft } from "../entries/inProgress.ts";
import { StepFoot } from "../entries/StepParts.tsx";
import type { OpenItem } from "../feeds/words.ts";
import { t } from "../language/notes.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { keepNote } from "./acts.ts";
import { saidOf } from "./labels.ts";
import { FIELDS } from "./NoteFields.tsx";
import { type NoteKind, titleOf } from "./note.ts";

type Said = Record<string, unknown> & { note: string };
type Writing = EntryInProgress<Said>;
type Props = { kind: NoteKind; note: OpenItem | undefined; onDone: () => void };

/** What was begun and not kept is there again, without asking: it is one short thing. */
async function begun(kind: NoteKind, note: OpenItem | undefined): Promise<Writing> {
  const key = `note ${note?.item ?? kind}`;
  const { v: _v, t: _t, ...words } = note?.words ?? {};
  const found = await keptDraft(key);
  const { v: _fv, t: _ft, ...kept } = found?.words ?? {};
  const said = { note: note?.item ?? newId(), ...words, ...kept };
  const opened = note ? { upon: note.rev } : {};
  return new EntryInProgress<Said>(key, "note", said, { ...opened, ...found?.kept });
}

/** A note to write or to change, sealed as a draft while it is written. */
export function WriteNote({ kind, note, onDone }: Props): JSX.Element | null {
  const [writing, setWriting] = useState<Writing>();
  const [opened] = useState(note); // what syncs meanwhile never changes an open form
  useEffect(() => {
    void begun(kind, opened).then(setWriting);
  }, [kind, opened]);
  return writing ? <Form {...{ kind, writing, onDone }} /> : null;
}

function Form({
  kind,
  writing,
  onDone,
}: Pick<Props, "kind" | "onDone"> & { writing: Writing }): JSX.Element {
  useHurry(writing);
  const { note, ...said } = writing.members.value;
  const Fields = FIELDS[kind];
  const isEmpty = titleOf({ item: note, words: { v: 1, ...said } }) === "";
  const keep = async () => {
    await keepNote(note, kind, tidied(said), writing.kept.value.upon);
    await writing.dropDraft();
    onDone();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{saidOf(kind).title}</StepHeading>
        <Fields kind={kind} draft={said} change={(part) => writing.change(part)} />
      </div>
      <StepFoot call={writing}>
        {!isEmpty && <ActButton act={keep}>{t("act.save")}</ActButton>}
      </StepFoot>
    </>
  );
}

/** Without empty ends, and without steps that say nothing. */
function tidied(said: Record<string, unknown>): Record<string, unknown> {
  const tidy = (value: unknown) => (typeof value === "string" ? value.trim() : value);
  const all = Object.entries(said).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(tidy).filter(Boolean) : tidy(value),
  ]);
  return Object.fromEntries(all);
}
