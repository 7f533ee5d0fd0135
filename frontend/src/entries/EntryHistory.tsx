import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OpenItem, Revision } from "../feeds/device.ts";
import { clockLabel, dayLabel, listLabel } from "../language/dates.ts";
import { t } from "../language/journal.ts";
import { state, theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { journalDay } from "../streaks/day.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { OpenMark } from "../ui/Marks.tsx";
import { feelingWords, sizeOf, titleOf } from "./EntryCard.tsx";
import { type Earlier, earlierOf } from "./earlier.ts";
import { momentOf, viewOf } from "./words.ts";
import "./journal.css";

type Props = { entry: OpenItem };

/** What an entry was before, where it was anything else: opened by a tap, the latest first. */
export default function EntryHistory({ entry }: Props): JSX.Element | null {
  const [revisions, setRevisions] = useState<readonly Revision[]>([]);
  const [said, setSaid] = useState("");
  const [isOpen, setOpen] = useState(false);
  const shown = [entry, ...entry.others].map(({ rev }) => rev);
  useEffect(() => {
    theDevice()
      .then((device) => device.history(entry.item))
      .then(setRevisions)
      .catch(() => undefined); // the disk is shut: the entry itself is on the screen
  }, [entry.item, shown.join()]);
  const earlier = earlierOf(revisions, shown);
  if (earlier.length === 0) return null;
  return (
    <details class="card earlier" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t("earlier.title")}
        <OpenMark />
      </summary>
      <p class="soft" role="status">
        {said || t("earlier.lead")}
      </p>
      <ol class="stack">
        {isOpen &&
          earlier.map((one) => (
            <Version
              key={one.rev}
              {...{ one, entry }}
              onTaken={() => setSaid(t("earlier.taken"))}
            />
          ))}
      </ol>
    </details>
  );
}

/** "Changed Tuesday, 22:10", as far as it is known. */
function whenOf({ words, isFirst }: Earlier): string {
  const { at, tz } = viewOf({ words });
  const changed = words["changed_at"];
  const instant = typeof changed === "string" ? changed : isFirst ? at : "";
  const when = new Date(instant);
  if (Number.isNaN(when.getTime())) return t(isFirst ? "earlier.first" : "earlier.before");
  const zone = tz ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const day = dayLabel(journalDay(when, { zone, dayStartHour: 0 }), today.value);
  const clock = listLabel([day, clockLabel(instant, tz)]);
  return isFirst ? listLabel([t("earlier.first"), clock]) : t("earlier.changed", { when: clock });
}

type VersionProps = { one: Earlier; entry: OpenItem; onTaken: () => void };

function Version({ one, entry, onTaken }: VersionProps): JSX.Element {
  const view = viewOf(one);
  const felt = feelingWords(view);
  const facts = [
    view.triggers.join() !== viewOf(entry).triggers.join() && titleOf(view),
    sizeOf(view) !== sizeOf(viewOf(entry)) && sizeOf(view),
    felt !== feelingWords(viewOf(entry)) && felt,
    one.day && one.day !== entry.day && t("earlier.day", { day: dayLabel(one.day, today.value) }),
    one.wasJoined && t("earlier.joined"),
    one.unsent && state.value.account && t("earlier.unsent"),
  ].filter((fact) => typeof fact === "string" && fact !== "");
  return (
    <li class="stack tight">
      <h3>{whenOf(one)}</h3>
      {view.text && <p class="words">{view.text}</p>}
      {facts.map((fact) => (
        <p key={fact} class="soft">
          {fact}
        </p>
      ))}
      <Again {...{ one, entry, onTaken }} />
    </li>
  );
}

/** The words alone are taken again; what else was answered stays as it is. */
function Again({ one, entry, onTaken }: VersionProps): JSX.Element | null {
  const { text } = one.words;
  if (typeof text !== "string" || text === "" || text === entry.words["text"]) return null;
  if (entry.words.v !== 1) return null;
  const take = async () => {
    const { item, kind, rev: upon } = entry;
    const words = { ...entry.words, text, changed_at: momentOf(new Date()).at };
    await (await theDevice()).save({ item, kind, words, upon });
    onTaken();
  };
  return (
    <ActButton kind="quiet" act={take}>
      {t("earlier.again")}
    </ActButton>
  );
}
