import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/entries.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { theDevice } from "../shell/device.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { useHurry } from "./hurry.ts";
import { EntryInProgress, keptDraft } from "./inProgress.ts";
import { momentOf } from "./words.ts";

type Edit = Record<string, unknown> & { text: string };
type Props = { entry: OpenItem; onDone: () => void };

const keyOf = (entry: OpenItem) => `edit:${entry.item}`;

/** The entry as it was opened: what syncs meanwhile never changes an open editor, nor is it written over by it. */
function editOf(entry: OpenItem): EntryInProgress<Edit> {
  const { v: _v, t: sort = "", ...members } = entry.words;
  const text = typeof members["text"] === "string" ? members["text"] : "";
  const kept = { item: entry.item, upon: entry.rev };
  return new EntryInProgress<Edit>(keyOf(entry), sort, { ...members, text }, kept);
}

/** The words of an entry, to be changed; an edit that was left half way is found again. */
export function EditWords({ entry, onDone }: Props): JSX.Element {
  const [opened] = useState(entry);
  const [edit] = useState(() => editOf(opened));
  useHurry(edit);
  useEffect(() => {
    keptDraft(keyOf(opened))
      .then((draft) => {
        const text = draft?.words["text"];
        if (typeof text !== "string") return;
        edit.kept.value = { ...edit.kept.value, ...draft?.kept };
        edit.change({ text });
      })
      .catch(() => undefined); // no draft to be read: the entry itself is on the screen
  }, [edit, opened]);
  const save = async () => {
    const { upon = opened.rev } = edit.kept.value;
    const changed_at = momentOf(new Date()).at;
    const words = { ...opened.words, ...edit.members.value, changed_at };
    const { item, kind } = opened;
    await (await theDevice()).save({ item, kind, words, upon });
    await edit.dropDraft();
    onDone();
  };
  const cancel = async () => {
    await edit.dropDraft();
    onDone();
  };
  return (
    <div class="stack">
      <OwnWords
        label={t("entry.words")}
        labelSeen
        value={edit.members.value.text}
        hint={t("line.hint")}
        onInput={(text) => edit.change({ text })}
      />
      <ActButton act={save}>{t("act.save")}</ActButton>
      <ActButton kind="plain" act={cancel}>
        {t("act.cancel")}
      </ActButton>
    </div>
  );
}
