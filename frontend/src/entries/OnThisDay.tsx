import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { agoLabel } from "../language/calendar.ts";
import { t } from "../language/journal.ts";
import { triggerFile } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { EntryCard } from "./EntryCard.tsx";
import { onThisDay, type Then } from "./onThisDay.ts";
import { triggerOf } from "./triggers.ts";

/** The day on which somebody wanted none of it. */
const putAway = signal("");
/** More than this would be a second journal on top of the first. */
const MOST_GOOD = 1;
const MOST_DAYS = 2;

/** Until the library is here nothing is known to be safe. */
const isSafe = (id: string) => triggerOf(id)?.safety === null;

/** The same day a month and some years ago: the good things; a call only behind a tap, and only one that eased. */
export default function OnThisDay(): JSX.Element | null {
  const isReady = triggerFile.read.value !== null;
  const then = useMemo(
    () => (isReady ? onThisDay(entries.value, today.value, isSafe) : []),
    [isReady, entries.value, today.value],
  );
  if (then.length === 0 || putAway.value === today.value) return null;
  const away = () => {
    putAway.value = today.value;
  };
  return (
    <section class="then" aria-labelledby="then">
      <div class="then-head">
        <h2 id="then">{t("then.title")}</h2>
        <button type="button" class="text-button" onClick={away}>
          {t("then.away")}
        </button>
      </div>
      {then.slice(0, MOST_DAYS).map((one) => (
        <OneDay key={one.day} then={one} />
      ))}
    </section>
  );
}

function OneDay({ then: { unit, n, good, eased } }: { then: Then }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? [...good, ...eased] : good.slice(0, MOST_GOOD);
  const rest = good.length + eased.length - shown.length;
  return (
    <div class="stack tight">
      <h3>{agoLabel(n, unit)}</h3>
      {shown.map((entry) => (
        <EntryCard key={entry.item} entry={entry} />
      ))}
      {rest > 0 && (
        <button type="button" class="button plain" onClick={() => setOpen(true)}>
          {eased.length > 0 ? t("then.eased") : t("then.more")}
        </button>
      )}
    </div>
  );
}
