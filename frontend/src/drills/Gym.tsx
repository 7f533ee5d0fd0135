import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/drills.ts";
import { type Drill, drillFile } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { Select } from "../ui/Fields.tsx";
import { OpenMark } from "../ui/Marks.tsx";
import { drillsFor, LEVELS, nextDrill, TAGS, timesDone } from "./gym.ts";
import "./drills.css";

const ANY = "";
const LEVEL = { 1: "gym.level-1", 2: "gym.level-2", 3: "gym.level-3" } as const;

/** All drills, by what they practise and by how hard they are; every one of them is open. */
export default function Gym(): JSX.Element {
  useEffect(drillFile.load, []);
  const [tag, setTag] = useState(ANY);
  const drills = drillsFor(tag, drillFile.read.value?.drills ?? []);
  const now = nextDrill(drills, entries.value);
  return (
    <>
      <div class="stack tight">
        <h1 tabIndex={-1}>{t("gym.title")}</h1>
        <p class="soft">{t("gym.lead")}</p>
      </div>
      {drillFile.missing.value && <Missing />}
      {drills.length > 0 && (
        <>
          {now && <Now drill={now} />}
          <p class="honest">{t("gym.honest")}</p>
          <Select
            label={t("gym.kind")}
            value={tag}
            options={[
              { id: ANY, label: t("gym.any") },
              ...TAGS.map((id) => ({ id, label: t(`tag.${id}`) })),
            ]}
            onPick={setTag}
          />
          <Levels key={tag} drills={drills} isNarrow={tag !== ANY} />
        </>
      )}
      <button type="button" class="button quiet" onClick={() => openSheet("drill", "scene")}>
        {t("gym.scene")}
      </button>
      <button type="button" class="button quiet" onClick={() => openSheet("notes", "phrase")}>
        {t("gym.lines")}
      </button>
    </>
  );
}

function Missing(): JSX.Element {
  return (
    <div class="notice">
      <p>{t("gym.none")}</p>
      <button type="button" class="button quiet" onClick={drillFile.load}>
        {t("act.try-again")}
      </button>
    </div>
  );
}

type DrillProps = { drill: Drill };

function Now({ drill }: DrillProps): JSX.Element {
  return (
    <section class="drill-now" aria-labelledby="drill-now">
      <h2 id="drill-now">{t("gym.now")}</h2>
      <p class="say">{t("gym.quote", { line: drill.they_say })}</p>
      <button type="button" class="button" onClick={() => openSheet("drill", drill.id)}>
        {t("gym.try")}
      </button>
    </section>
  );
}

type LevelsProps = { drills: readonly Drill[]; isNarrow: boolean };

function Levels({ drills, isNarrow }: LevelsProps): JSX.Element {
  const groups = LEVELS.map((level) => ({
    level,
    own: drills.filter((drill) => drill.level === level),
  })).filter(({ own }) => own.length > 0);
  return (
    <div>
      {groups.map(({ level, own }) => (
        <details key={level} class="trigger-group" open={isNarrow}>
          <summary>
            {t(LEVEL[level])}
            <OpenMark />
          </summary>
          <ul class="drill-rows">
            {own.map((drill) => (
              <li key={drill.id}>
                <Row drill={drill} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

/** One drill in its list. What may hurt is not said here, only what it is about. */
function Row({ drill }: DrillProps): JSX.Element {
  const { id, they_say: line, content_note: note } = drill;
  const times = timesDone(entries.value).get(id) ?? 0;
  return (
    <button type="button" class="drill-row" onClick={() => openSheet("drill", id)}>
      <span class={note ? undefined : "say"}>{note ?? t("gym.quote", { line })}</span>
      {times > 0 && <small>{t("gym.times", { n: times })}</small>}
    </button>
  );
}
