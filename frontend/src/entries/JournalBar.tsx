import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../language/journal.ts";
import { entries } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { CloseMark } from "../ui/Marks.tsx";
import { filters, seek, type, typed } from "./looking.ts";
import { DaysMark, SeekMark, SieveMark } from "./SeekMarks.tsx";
import { readAhead } from "./seek.ts";

const A_FEW = 200;

/** Makes the journal searchable in the pauses, newest entries first. */
function useReadAhead(): void {
  const all = entries.value;
  useEffect(() => {
    if (!("requestIdleCallback" in globalThis)) return;
    let at = 0;
    const next = () => {
      readAhead(all.slice(at, at + A_FEW));
      at += A_FEW;
      asked = at < all.length ? requestIdleCallback(next) : 0;
    };
    let asked = requestIdleCallback(next);
    return () => cancelIdleCallback(asked);
  }, [all]);
}

/** At the thumb: a field for words, the filters, and the days. */
export function JournalBar(): JSX.Element {
  useReadAhead();
  const open = (about: string) => openSheet("journal", about);
  return (
    <search class="seek">
      <SeekField />
      <button
        type="button"
        class={filters.value > 0 ? "icon-button on" : "icon-button"}
        aria-label={
          filters.value > 0 ? t("seek.filters-on", { n: filters.value }) : t("seek.filters")
        }
        onClick={() => open("filters")}
      >
        <SieveMark />
      </button>
      <button
        type="button"
        class={seek.value.day ? "icon-button on" : "icon-button"}
        aria-label={t("seek.days")}
        onClick={() => open("days")}
      >
        <DaysMark />
      </button>
    </search>
  );
}

function SeekField(): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    type("");
    field.current?.focus();
  };
  return (
    <div class="seek-field">
      <SeekMark />
      <input
        ref={field}
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        aria-label={t("seek.label")}
        placeholder={t("seek.hint")}
        value={typed.value}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && field.current?.blur()}
      />
      {typed.value && (
        <button type="button" class="icon-button" aria-label={t("seek.clear")} onClick={clear}>
          <CloseMark />
        </button>
      )}
    </div>
  );
}
