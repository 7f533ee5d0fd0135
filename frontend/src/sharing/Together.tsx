import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { EntryMark, feelingWords, sizeOf, titleOf } from "../entries/EntryCard.tsx";
import { viewOf } from "../entries/words.ts";
import type { OpenItem } from "../feeds/device.ts";
import { dayLabel, listLabel } from "../language/dates.ts";
import { t } from "../language/sharing.ts";
import { loadLibrary } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { closeSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { ManyChoices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";

const MOST = 40;

/** Entries to look at together, on one's own phone. Nothing of it is sent or kept. */
export default function Together(): JSX.Element {
  const [picked, setPicked] = useState<string[]>([]);
  const [showing, setShowing] = useState(false);
  useEffect(loadLibrary, []);
  const listed = entries.value.slice(0, MOST);
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

function faceOf(entry: OpenItem): { label: string; hint: string } {
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
