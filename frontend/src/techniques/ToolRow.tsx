import type { JSX } from "preact";
import { t } from "../language/techniques.ts";
import type { Technique } from "../library/catalogue.ts";
import { openSheet } from "../shell/sheets.ts";
import type { Effect, Effects } from "./effects.ts";
import { isOwn } from "./kit.ts";
import { lengthLabel } from "./length.ts";

function helpedOf(effect: Effect | undefined): string {
  return effect?.helped ? t("kit.times", { n: effect.helped }) : "";
}

/** One tool in a list: its name, how long it takes, and whether it helped. */
export function ToolRow({ tool, effect }: { tool: Technique; effect?: Effect }): JSX.Element {
  const helped = helpedOf(effect);
  return (
    <button type="button" class="tool-row" onClick={() => openSheet("tool", tool.id)}>
      <span>
        {tool.label}
        {helped && <small>{helped}</small>}
        {isOwn(tool) && <small>{t("kit.own")}</small>}
      </span>
      <small>{lengthLabel(tool.duration_s)}</small>
    </button>
  );
}

type RowsProps = { tools: readonly Technique[]; effects: Effects };

export function ToolRows({ tools, effects }: RowsProps): JSX.Element {
  return (
    <ul class="tool-rows">
      {tools.map((tool) => {
        const effect = effects.get(tool.id);
        return (
          <li key={tool.id}>
            <ToolRow tool={tool} {...(effect ? { effect } : {})} />
          </li>
        );
      })}
    </ul>
  );
}
