import type { JSX } from "preact";
import { t } from "../language/notes.ts";
import { itemsOf } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { OnMark } from "../ui/Marks.tsx";
import { saidOf } from "./labels.ts";
import { KINDS, notesAmong } from "./note.ts";
import "./notes.css";

/** The lists a person keeps beside the journal. Each opens in a sheet. */
export default function Notes(): JSX.Element {
  const items = itemsOf("note");
  return (
    <>
      <div class="stack tight">
        <h1 tabIndex={-1}>{t("notes.title")}</h1>
        <p class="soft">{t("notes.lead")}</p>
      </div>
      <ul class="notes">
        {KINDS.map((kind) => (
          <li key={kind} class="note">
            <button type="button" class="note-open" onClick={() => openSheet("notes", kind)}>
              <span>
                <span class="words">{saidOf(kind).title}</span>
                <Kept n={notesAmong(items, kind).length} />
              </span>
              <OnMark />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Kept({ n }: { n: number }): JSX.Element | null {
  return n > 0 ? <small class="soft">{t("notes.count", { n })}</small> : null;
}
