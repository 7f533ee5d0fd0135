import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type Aspect, mayAskAspect } from "../entries/aspect.ts";
import { triggerOf } from "../entries/triggers.ts";
import { hideNumbers } from "../habits/settings.ts";
import { t } from "../language/patterns.ts";
import { intensityLabel } from "../library/catalogue.ts";
import { toolsById } from "../techniques/kit.ts";
import { OpenMark } from "../ui/Marks.tsx";
import { type About, aboutTrigger, aspectsOf, mainAspect, saidIn } from "./about.ts";
import { BarFace } from "./Bars.tsx";
import { Card, Figure } from "./Card.tsx";
import { isEnough } from "./counts.ts";
import { leading, oftenLabel, unlessHidden } from "./said.ts";
import type { Patterns } from "./whole.ts";

const MOST_SHOWN = 6;
const ASPECT = { words: "aspect.words", tone: "aspect.tone", stake: "aspect.stake" } as const;

const labelOf = (id: string) => triggerOf(id)?.label ?? "";
const aspectLabel = (id: Aspect) => t(ASPECT[id]);
const inSentence = (id: Aspect) => aspectLabel(id).toLocaleLowerCase();
const safetyOf = (id: string) => triggerOf(id)?.safety;

/** What sets me off, how often; each opens to what there is to say of it. */
export function Came({ seen }: { seen: Patterns }): JSX.Element {
  const triggers = seen.triggers.filter(({ id }) => triggerOf(id));
  const most = triggers[0]?.n ?? 1;
  const of = seen.calls.length;
  const first = leading(triggers, labelOf);
  const said = first
    ? unlessHidden(
        t("came.most", { trigger: first.names, n: first.n, of }),
        t("came.most-hidden", { trigger: first.names }),
      )
    : t("came.even");
  return (
    <Card title={t("came.title")}>
      <Figure
        said={said}
        plot={
          <ul class="bars">
            {triggers.slice(0, MOST_SHOWN).map(({ id, n }) => (
              <li key={id}>
                <Row id={id} n={n} share={n / most} seen={seen} />
              </li>
            ))}
          </ul>
        }
        note={t("came.note")}
        table={{
          caption: t("came.title"),
          heads: [t("came.what"), t("patterns.calls"), t("about.aspect")],
          rows: triggers.map(({ id, n }) => [
            labelOf(id),
            oftenLabel(n, most),
            aspectCell(id, seen),
          ]),
        }}
      />
    </Card>
  );
}

/** What about it, in a word or two; a dash where too little was said. */
function aspectCell(id: string, { calls }: Patterns): string {
  const aspects = aspectsOf(calls.filter(({ triggers }) => triggers.includes(id)));
  const of = saidIn(aspects);
  if (!mayAskAspect([id], safetyOf) || !isEnough(of)) return "–";
  const main = mainAspect(aspects);
  const [first] = aspects;
  if (!main || !first) return t("about.mixed");
  const aspect = aspectLabel(main);
  return unlessHidden(t("about.of", { aspect, n: first.n, of }), aspect);
}

type RowProps = { id: string; n: number; share: number; seen: Patterns };

/** What there is to say of a trigger is only worked out when somebody asks. */
function Row({ id, n, share, seen }: RowProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="trigger" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="bar-row">
        <BarFace label={labelOf(id)} n={n} share={share} look="ember" />
        <OpenMark />
      </summary>
      {isOpen && <Said about={aboutOf(id, seen)} />}
    </details>
  );
}

/** Of what was not okay nobody is told what about it got to them: it was not okay. */
function aboutOf(id: string, { calls, entries }: Patterns): About {
  const about = aboutTrigger(id, calls, entries);
  return mayAskAspect([id], safetyOf) ? about : { ...about, aspects: [], said: 0 };
}

function helpedSaid({ helped }: About): string {
  const tool = toolsById.value.get(helped?.id ?? "")?.label;
  if (!helped || !tool) return "";
  const counted = t("about.helped", { tool, n: helped.n, of: helped.of });
  return unlessHidden(counted, t("about.helped-hidden", { tool }));
}

function Said({ about }: { about: About }): JSX.Element {
  const { n, size, said } = about;
  const lines = [
    size !== undefined && t("about.size", { size: intensityLabel(Math.round(size)) }),
    helpedSaid(about),
    said > 0 && !isEnough(said) && t("about.few"),
  ].filter(Boolean);
  const isBare = lines.length === 0 && said === 0;
  return (
    <div class="about">
      {isEnough(said) && <Aspects about={about} />}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isBare && <p>{unlessHidden(t("about.once", { n }), t("about.now-and-then"))}</p>}
    </div>
  );
}

/** What about it gets to me: the words, the tone, or what was at stake. */
function Aspects({ about: { aspects } }: { about: About }): JSX.Element {
  const main = mainAspect(aspects);
  return (
    <>
      <h3>{t("about.aspect")}</h3>
      <p class="words">
        {main ? t("about.mostly", { aspect: inSentence(main) }) : t("about.mixed")}
      </p>
      {!hideNumbers.value && (
        <ul class="aspects soft">
          {aspects.map(({ id, n }) => (
            <li key={id}>
              {aspectLabel(id)} <span class="bar-n">{n}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
