import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { t } from "../language/journal.ts";
import { feelingsById, loadLibrary } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { closeSheet } from "../shell/sheets.ts";
import { ManyChoices, type Option } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { filters, lookFor, seek, shown, sortLabels } from "./looking.ts";
import { viewIn } from "./seek.ts";
import { triggerOf } from "./triggers.ts";

const SEEN_AT_ONCE = 6;
const NO_LIMIT = 99;

/** What there is in the journal at all: the sorts, and the triggers and feelings with the commonest first. */
function useKinds() {
  return useMemo(() => {
    const views = entries.value.map(viewIn);
    return {
      sorts: new Set(views.map(({ sort }) => sort)),
      triggers: byCount(views.flatMap(({ triggers }) => triggers)),
      feelings: byCount(views.flatMap(({ feelings }) => feelings)),
    };
  }, [entries.value]);
}

function byCount(ids: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

const optionsOf = (ids: readonly string[], labelOf: (id: string) => string | undefined) =>
  ids.flatMap((id): Option<string>[] => {
    const label = labelOf(id);
    return label === undefined ? [] : [{ id, label }];
  });

/** Which entries are shown: of some sorts, with some triggers, with some feelings. */
export function JournalFilters(): JSX.Element {
  useEffect(loadLibrary, []);
  const { sorts, triggers, feelings } = useKinds();
  const clear = () => lookFor({ sorts: [], triggers: [], feelings: [] });
  const triggersHere = optionsOf(triggers, (id) => triggerOf(id)?.label);
  const feelingsHere = optionsOf(feelings, (id) => feelingsById.value.get(id)?.label);
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("seek.filters-title")}</StepHeading>
        <ManyChoices
          legend={t("seek.sorts")}
          legendSeen
          options={sortLabels.value
            .filter(([id]) => sorts.has(id))
            .map(([id, label]) => ({
              id,
              label,
            }))}
          values={seek.value.sorts}
          most={NO_LIMIT}
          onChange={(ids) =>
            lookFor({ sorts: sortLabels.value.map(([id]) => id).filter((id) => ids.includes(id)) })
          }
        />
        <Some
          legend={t("seek.triggers")}
          options={triggersHere}
          values={seek.value.triggers}
          onChange={(ids) => lookFor({ triggers: ids })}
        />
        <Some
          legend={t("seek.feelings")}
          options={feelingsHere}
          values={seek.value.feelings}
          onChange={(ids) => lookFor({ feelings: ids })}
        />
      </div>
      <footer class="sheet-foot">
        <p class="unseen" role="status">
          {filters.value > 0 && t("found", { n: shown.value.length })}
        </p>
        <button type="button" class="button" onClick={closeSheet}>
          {t("seek.show", { n: shown.value.length })}
        </button>
        {filters.value > 0 && (
          <button type="button" class="button plain" onClick={clear}>
            {t("seek.no-filter")}
          </button>
        )}
      </footer>
    </>
  );
}

type SomeProps = {
  legend: string;
  options: readonly Option<string>[];
  values: readonly string[];
  onChange: (ids: string[]) => void;
};

/** The commonest few, what is chosen, and the others behind a tap. */
function Some({ legend, options, values, onChange }: SomeProps): JSX.Element | null {
  const [isAll, setAll] = useState(false);
  if (options.length === 0) return null;
  const few = options.filter(({ id }, at) => at < SEEN_AT_ONCE || values.includes(id));
  return (
    <div class="stack tight">
      <ManyChoices
        legend={legend}
        legendSeen
        options={isAll ? options : few}
        values={values}
        most={NO_LIMIT}
        onChange={onChange}
      />
      {!isAll && few.length < options.length && (
        <button type="button" class="button plain" onClick={() => setAll(true)}>
          {t("seek.more", { what: legend })}
        </button>
      )}
    </div>
  );
}
