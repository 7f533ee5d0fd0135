import type { JSX } from "preact";
import { t } from "../language/journal.ts";
import { closeSheet, place } from "../shell/sheets.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { JournalDays } from "./JournalDays.tsx";
import { JournalFilters } from "./JournalFilters.tsx";

/** The days of the journal, or its filters. What is chosen there is in no history. */
export default function JournalSheet(): JSX.Element {
  const isDays = place.value?.about === "days";
  return (
    <Sheet label={isDays ? t("seek.days") : t("seek.filters")} onClose={closeSheet}>
      {isDays ? <JournalDays /> : <JournalFilters />}
    </Sheet>
  );
}
