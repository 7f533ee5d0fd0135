import type { JSX } from "preact";
import { hideNumbers } from "../habits/settings.ts";
import { amountLabel } from "../language/calendar.ts";
import { t } from "../language/patterns.ts";
import { Card, Figure } from "./Card.tsx";
import type { Count } from "./counts.ts";
import { leading, oftenLabel, unlessHidden } from "./said.ts";

const WIDE = 100;

/** A bar as long as its share; what it says stands beside it. */
export function Bar({ share, look }: { share: number; look: Look }): JSX.Element {
  return (
    <svg
      class={`bar turns ${look}`}
      viewBox={`0 0 ${WIDE} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="track" d={`M0 4H${WIDE}`} />
      {share > 0 && <path class="grown" d={`M0 4H${Math.max(share * WIDE, 1)}`} />}
    </svg>
  );
}

/** Ember for what weighs, sea for what carries. */
export type Look = "ember" | "sea";

/** A row: its name, how often, its bar. */
export function BarFace({
  label,
  n,
  share,
  look,
}: {
  label: string;
  n: number;
  share: number;
  look: Look;
}): JSX.Element {
  return (
    <>
      <span class="bar-name">{label}</span>
      {!hideNumbers.value && <span class="bar-n">{amountLabel(n)}</span>}
      <Bar share={share} look={look} />
    </>
  );
}

const MOST_SHOWN = 5;

type Sentences = { title: string; what: string; even: string };
type Props = {
  counts: readonly Count[];
  look: Look;
  labelOf: (id: string) => string;
  sentences: Sentences;
  /** What is said of those that came most often. */
  mostSaid: (names: string, n: number, of: number) => [counted: string, plain: string];
};

/** What came how often: the first of them as bars, all of them in the table. */
export function BarsCard({ counts, look, labelOf, sentences, mostSaid }: Props): JSX.Element {
  const most = counts[0]?.n ?? 1;
  const of = counts.reduce((sum, { n }) => sum + n, 0);
  const first = leading(counts, labelOf);
  const said = first ? unlessHidden(...mostSaid(first.names, first.n, of)) : sentences.even;
  const rows = counts.map(({ id, n }) => [labelOf(id), oftenLabel(n, most)]);
  return (
    <Card title={sentences.title}>
      <Figure
        said={said}
        plot={
          <ul class="bars">
            {counts.slice(0, MOST_SHOWN).map(({ id, n }) => (
              <li key={id} class="bar-row">
                <BarFace label={labelOf(id)} n={n} share={n / most} look={look} />
              </li>
            ))}
          </ul>
        }
        table={{
          caption: sentences.title,
          heads: [sentences.what, t("patterns.often")],
          rows,
        }}
      />
    </Card>
  );
}
