import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/techniques.ts";
import { type Technique, techniqueFile, triggerFile } from "../library/catalogue.ts";
import { entries } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { AroundShift } from "../shifts/AroundShift.tsx";
import { Select } from "../ui/Fields.tsx";
import { OpenMark } from "../ui/Marks.tsx";
import { byEffect, type Effects, effectsAt, effectsOf } from "./effects.ts";
import { allTools, bringBackTool, dropped, loadTools, pinned, toolsById } from "./kit.ts";
import { StillGoing } from "./StillGoing.tsx";
import { ToolRow, ToolRows } from "./ToolRow.tsx";
import "./toolkit.css";

const ANY = "";
const KINDS = [
  { id: "breath", label: "kit.breath" },
  { id: "body", label: "kit.body" },
  { id: "mind", label: "kit.mind" },
  { id: "social", label: "kit.social" },
  { id: "break", label: "kit.break" },
] as const;
/** For who has not rated any yet: short, for any size, with the headset on. */
const TO_START = ["one-breath", "feet-on-floor", "long-exhale"];
const MOST_HELPFUL = 5;

/** All tools: at hand, what helped, then by kind, each in the order of its own effect. */
export default function Toolkit(): JSX.Element {
  useEffect(loadTools, []);
  const [trigger, setTrigger] = useState(ANY);
  const effects = trigger === ANY ? effectsOf(entries.value) : effectsAt(entries.value, [trigger]);
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{t("kit.title")}</h1>
        <p class="soft">{t("kit.lead")}</p>
      </div>
      <StillGoing />
      {techniqueFile.missing.value && <Missing />}
      <AtHand effects={effects} />
      <BestOnes effects={effects} trigger={trigger} onTrigger={setTrigger} />
      <Kinds effects={effects} />
      <button type="button" class="button quiet" onClick={() => openSheet("notes", "own-tool")}>
        {t("kit.add")}
      </button>
      <TakenOut />
      <AroundShift />
      <a class="button quiet" href="/tools/gym">
        {t("kit.gym")}
      </a>
      <a class="button quiet" href="/notes">
        {t("kit.lists")}
      </a>
    </>
  );
}

function Missing(): JSX.Element {
  return (
    <div class="notice">
      <p>{t("kit.none")}</p>
      <button type="button" class="button quiet" onClick={loadTools}>
        {t("act.try-again")}
      </button>
    </div>
  );
}

type EffectProps = { effects: Effects };

const known = (ids: readonly string[]) =>
  ids.map((id) => toolsById.value.get(id)).filter((tool) => tool !== undefined);
const isIn = ({ id }: Technique) => !dropped.value.includes(id);

function AtHand({ effects }: EffectProps): JSX.Element | null {
  const tools = known(pinned.value);
  if (tools.length === 0) return null;
  return (
    <section class="stack tight">
      <h2>{t("kit.pinned")}</h2>
      <ToolRows tools={tools} effects={effects} />
    </section>
  );
}

type BestProps = EffectProps & { trigger: string; onTrigger: (id: string) => void };

function BestOnes({ effects, trigger, onTrigger }: BestProps): JSX.Element {
  const helpful = byEffect(allTools.value.filter(isIn), effects)
    .filter(({ id }) => (effects.get(id)?.mean ?? 0) > 0)
    .slice(0, MOST_HELPFUL);
  const rated = effectsOf(entries.value).size > 0;
  return (
    <section class="stack tight">
      <h2>{helpful.length > 0 ? t("kit.helped") : t("kit.start")}</h2>
      {rated && <AfterWhich trigger={trigger} onTrigger={onTrigger} />}
      <ToolRows
        tools={helpful.length > 0 ? helpful : known(TO_START).filter(isIn)}
        effects={effects}
      />
    </section>
  );
}

function AfterWhich({ trigger, onTrigger }: Omit<BestProps, "effects">): JSX.Element {
  const triggers = triggerFile.read.value?.triggers ?? [];
  return (
    <div class="after-which">
      <Select
        label={t("kit.after")}
        value={trigger}
        options={[{ id: ANY, label: t("kit.after-any") }, ...triggers]}
        onPick={onTrigger}
      />
    </div>
  );
}

function Kinds({ effects }: EffectProps): JSX.Element {
  const tools = byEffect(allTools.value.filter(isIn), effects);
  return (
    <div>
      {KINDS.map(({ id, label }) => (
        <details key={id} class="trigger-group" name="tool-kind">
          <summary>
            {t(label)}
            <OpenMark />
          </summary>
          <ToolRows tools={tools.filter(({ kind }) => kind === id)} effects={effects} />
        </details>
      ))}
    </div>
  );
}

function TakenOut(): JSX.Element | null {
  const tools = known(dropped.value);
  if (tools.length === 0) return null;
  return (
    <details class="trigger-group">
      <summary>
        {t("kit.dropped")}
        <OpenMark />
      </summary>
      <p class="soft">{t("kit.dropped-lead")}</p>
      <ul class="tool-rows">
        {tools.map((tool) => (
          <li key={tool.id} class="taken-out">
            <ToolRow tool={tool} />
            <button
              type="button"
              class="text-button"
              aria-label={t("kit.back-name", { tool: tool.label })}
              onClick={() => void bringBackTool(tool.id)}
            >
              {t("kit.back")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
