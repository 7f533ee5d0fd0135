import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { EntryMark, feelingWords, sizeOf, titleOf } from "../entries/EntryCard.tsx";
import { viewOf } from "../entries/words.ts";
import type { OpenItem, Words } from "../feeds/device.ts";
import { dayLabel, listLabel } from "../language/dates.ts";
import { t } from "../language/sharing.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { askLines, askOf } from "../notes/ask.ts";
import { isDone, notesAmong } from "../notes/note.ts";
import { entries, itemsOf } from "../shell/device.ts";
import { closeSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { ManyChoices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import type { PartProps } from "./shape.ts";

const MOST = 40;

/** Entries and asks to look at together, on one's own phone. Nothing of it is sent or kept. */
export default function Together({ about }: PartProps): JSX.Element {
  const [picked, setPicked] = useState<string[]>(about === "" ? [] : [about]);
  const [showing, setShowing] = useState(false);
  useEffect(loadLibrary, []);
  const listed = toShow(about);
  const shown = listed.filter(({ item }) => picked.includes(item));
  if (showing) return <Showing shown={shown} />;
  return (
    <Sheet label={t("together.title")} onClose={closeSheet}>
      <div class="sheet-body">
        <StepHeading>{t("together.title")}</StepHeading>
        <p class="soft">{listed.length === 0 ? t("together.none") : t("together.lead")}</p>
        <div class="rows">
          <ManyChoices
            legend={t("together.title")}
            options={listed.map((entry) => ({ id: entry.item, ...faceOf(entry) }))}
            values={picked}
            most={MOST}
            onChange={setPicked}
          />
        </div>
      </div>
      <footer class="sheet-foot">
        {picked.length > 0 && (
          <button type="button" class="button" onClick={() => setShowing(true)}>
            {t("together.show")}
          </button>
        )}
      </footer>
    </Sheet>
  );
}

/** Asks that still stand, then the latest entries; what it was opened for is among them, however old. */
function toShow(about: string): OpenItem[] {
  const asks = notesAmong(itemsOf("note"), "ask-work").filter((ask) => !isDone(ask));
  const latest = entries.value.slice(0, MOST);
  const older = entries.value.slice(MOST).filter(({ item }) => item === about);
  return [...asks, ...older, ...latest];
}

const isAsk = ({ words }: OpenItem) => words.t === "ask-work";

function faceOf(entry: OpenItem): { label: string; hint: string } {
  if (isAsk(entry)) return { label: t("copy.ask"), hint: short(askOf(entry.words).happens) };
  const view = viewOf(entry);
  const day = entry.day ? dayLabel(entry.day, today.value) : "";
  return { label: titleOf(view), hint: listLabel([day, short(view.text)].filter(Boolean)) };
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function Showing({ shown }: { shown: readonly OpenItem[] }): JSX.Element {
  return (
    <Sheet label={t("together.title")} onClose={closeSheet}>
      <div class="sheet-body">
        <StepHeading>{t("together.title")}</StepHeading>
        {shown.map((entry) => (
          <Shown key={entry.item} entry={entry} />
        ))}
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button" onClick={closeSheet}>
          {t("together.end")}
        </button>
      </footer>
    </Sheet>
  );
}

function Shown({ entry }: { entry: OpenItem }): JSX.Element {
  if (isAsk(entry)) return <ShownAsk words={entry.words} />;
  const view = viewOf(entry);
  const said = [entry.day ? dayLabel(entry.day, today.value) : "", sizeOf(view)].filter(Boolean);
  return (
    <article class="card" data-sort={view.sort}>
      <div class="row entry-head">
        <EntryMark view={view} />
        <h2 class="grow">{titleOf(view)}</h2>
      </div>
      {view.text && <p class="words">{view.text}</p>}
      <p class="soft">{listLabel([...said, feelingWords(view)].filter(Boolean))}</p>
    </article>
  );
}

function ShownAsk({ words }: { words: Words }): JSX.Element {
  return (
    <article class="card">
      <h2>{t("copy.ask")}</h2>
      <p class="words">{askLines(askOf(words))}</p>
    </article>
  );
}
