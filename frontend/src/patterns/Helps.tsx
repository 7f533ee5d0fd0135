import type { JSX } from "preact";
import { hideNumbers } from "../habits/settings.ts";
import { andList } from "../language/calendar.ts";
import { meanLabel, t } from "../language/patterns.ts";
import { toolsById } from "../techniques/kit.ts";
import { Bar } from "./Bars.tsx";
import { Card, Figure } from "./Card.tsx";
import { isEnough } from "./counts.ts";
import { type Change, type Help, isTold } from "./helps.ts";
import { changeSaid, helpedSaid, helpsSaid, unlessHidden } from "./said.ts";
import type { Patterns } from "./whole.ts";

const MOST_SHOWN = 5;
const labelOf = (id: string) => toolsById.value.get(id)?.label ?? "";

/** What helps me: by my own word, and by how big it was afterwards. */
export function Helps({ seen }: { seen: Patterns }): JSX.Element {
  const known = seen.helps.filter(({ id }) => toolsById.value.has(id));
  const told = known.filter(isTold);
  const tried = known.filter((help) => !isTold(help)).map(({ id }) => labelOf(id));
  const scale = scaleOf(told);
  return (
    <Card title={t("helps.title")}>
      <Figure
        said={helpsSaid(told[0], labelOf)}
        plot={
          <ul class="helps">
            {told.slice(0, MOST_SHOWN).map((help) => (
              <Row key={help.id} help={help} scale={scale} />
            ))}
          </ul>
        }
        note={[
          t("patterns.together"),
          tried.length > 0 && t("helps.tried", { tools: andList(tried) }),
        ]
          .filter(Boolean)
          .join(" ")}
        table={{
          caption: t("helps.title"),
          heads: HEADS.slice(0, columns()).map((head) => t(head)),
          rows: told.map((help) => [labelOf(help.id), ...cellsOf(help)].slice(0, columns())),
        }}
      />
    </Card>
  );
}

const NOTHING = "–";
const HEADS = ["helps.tool", "helps.helped", "helps.by", "helps.spread"] as const;
/** A range is nothing but numbers. */
const columns = () => (hideNumbers.value ? HEADS.length - 1 : HEADS.length);

function cellsOf(help: Help): string[] {
  const { n, helped, change } = help;
  const of = t("patterns.share", { n: helped, of: n });
  const rated = hideNumbers.value ? helpedSaid(help) : of;
  if (!change || !isEnough(change.n)) return [isEnough(n) ? rated : NOTHING, NOTHING, NOTHING];
  const { mean, least, most } = change;
  const counted = t("helps.mean", { change: meanLabel(mean), n: change.n });
  const span = t("helps.span", { least: meanLabel(least), most: meanLabel(most) });
  const told = [unlessHidden(counted, changeSaid(change)), span];
  return [isEnough(n) ? rated : NOTHING, ...told];
}

const rangeSaid = ({ least, most, n }: Change) =>
  t("helps.range", { least: meanLabel(least), most: meanLabel(most), n });

type Scale = { from: number; to: number };

/** One scale for all rows, with "as before" on it. */
function scaleOf(told: readonly Help[]): Scale {
  const changes = told.flatMap(({ change }) => (change && isEnough(change.n) ? [change] : []));
  return {
    from: Math.min(0, ...changes.map(({ least }) => least)),
    to: Math.max(1, ...changes.map(({ most }) => most)),
  };
}

function Row({ help, scale }: { help: Help; scale: Scale }): JSX.Element {
  const { id, n, helped, change } = help;
  return (
    <li class="used-row">
      <span class="bar-name">{labelOf(id)}</span>
      {isEnough(n) && (
        <>
          <span class="soft">{helpedSaid(help)}</span>
          <Bar share={helped / n} look="sea" />
        </>
      )}
      {change && isEnough(change.n) && (
        <>
          <span class="soft">
            {[changeSaid(change), !hideNumbers.value && rangeSaid(change)]
              .filter(Boolean)
              .join(", ")}
          </span>
          <Range change={change} scale={scale} />
        </>
      )}
    </li>
  );
}

const WIDE = 100;

/** From the least to the most, with the mean on it; the upright line is "as big as before". */
function Range({ change, scale }: { change: Change; scale: Scale }): JSX.Element {
  const x = (value: number) => ((value - scale.from) / (scale.to - scale.from)) * (WIDE - 8) + 4;
  return (
    <div class="range-plot" aria-hidden="true">
      <svg
        class="range turns"
        viewBox={`0 0 ${WIDE} 20`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path class="track" d={`M0 10H${WIDE}`} />
        <path class="zero" d={`M${x(0)} 2V18`} />
        <path class="spread" d={`M${x(change.least)} 10H${x(change.most)}`} />
        <path class="mean" d={`M${x(change.mean)} 10h0`} />
      </svg>
      <p class="axis ends">
        <span>{scale.from < 0 ? t("helps.more") : t("helps.zero")}</span>
        <span>{t("helps.less")}</span>
      </p>
    </div>
  );
}
