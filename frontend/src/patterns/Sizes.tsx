import type { JSX } from "preact";
import { hideNumbers } from "../habits/settings.ts";
import { slotLabel, t } from "../language/patterns.ts";
import { RingsMark } from "../ui/Marks.tsx";
import { Card, Figure } from "./Card.tsx";
import { isEnough } from "./counts.ts";
import { oftenLabel, sizeLabel, sizesSaid } from "./said.ts";
import type { Point, Sizes as Told } from "./sizes.ts";
import type { Patterns } from "./whole.ts";

const STEP = 10;
const EDGE = 8;
const TALL = 100;
const LARGEST = 5;
const y = (size: number) => EDGE + ((LARGEST - size) / (LARGEST - 1)) * (TALL - 2 * EDGE);
const x = (at: number) => STEP * (at + 0.5);

/** How big before, how big afterwards, week by week. */
export function Sizes({ seen }: { seen: Patterns }): JSX.Element {
  const { sizes } = seen;
  const said = sizesSaid(sizes);
  const { smaller, same, bigger } = sizes;
  const isHollow = sizes.points.some((point) => point && !isEnough(point.n));
  return (
    <Card title={t("sizes.title")}>
      <Figure
        said={said}
        plot={
          <div class="lines-plot">
            <Legend />
            <div class="lines-frame">
              <span class="rings" aria-hidden="true">
                {[5, 3, 1].map((n) => (
                  <RingsMark key={n} n={n} size={22} />
                ))}
              </span>
              <Lines sizes={sizes} said={said} />
            </div>
            <Ends seen={seen} />
          </div>
        }
        note={[
          !hideNumbers.value && t("sizes.count", { smaller, same, bigger }),
          isHollow && t("sizes.hollow"),
        ]
          .filter(Boolean)
          .join(" ")}
        table={tableOf(seen)}
      />
    </Card>
  );
}

function tableOf({ sizes, slots }: Patterns) {
  const most = Math.max(...sizes.points.map((point) => point?.n ?? 0), 1);
  return {
    caption: t("sizes.title"),
    heads: [
      t(slots.unit === "week" ? "sizes.week" : "sizes.month"),
      t("sizes.before"),
      t("sizes.after"),
      t("patterns.calls"),
    ],
    rows: slots.slots.flatMap(({ first }, at) => {
      const point = sizes.points[at];
      if (!point) return [];
      const { before, after, n } = point;
      return [
        [slotLabel(first, slots.unit), sizeLabel(before), sizeLabel(after), oftenLabel(n, most)],
      ];
    }),
  };
}

function Ends({ seen: { slots } }: { seen: Patterns }): JSX.Element {
  const [first, last] = [slots.slots[0], slots.slots.at(-1)];
  const ends = first === last ? [first] : [first, last];
  return (
    <p class="axis ends" aria-hidden="true">
      {ends.map((slot) => (
        <span key={slot?.first}>{slot && slotLabel(slot.first, slots.unit)}</span>
      ))}
    </p>
  );
}

function Legend(): JSX.Element {
  return (
    <ul class="lines-legend">
      <Sample look="before" label={t("sizes.before")} />
      <Sample look="after" label={t("sizes.after")} />
    </ul>
  );
}

function Sample({ look, label }: { look: "before" | "after"; label: string }): JSX.Element {
  return (
    <li>
      <svg viewBox="0 0 36 12" width="36" height="12" aria-hidden="true">
        <path class={look} d="M2 6H34" />
        <path class={`${look} mark-at`} d="M18 6h0" />
      </svg>
      {label}
    </li>
  );
}

type Placed = Point & { at: number };

function Lines({ sizes, said }: { sizes: Told; said: string }): JSX.Element {
  const placed = sizes.points.flatMap((point, at): Placed[] => (point ? [{ ...point, at }] : []));
  const way = (of: "before" | "after", points = placed) =>
    points.map((point, index) => `${index ? "L" : "M"}${x(point.at)} ${y(point[of])}`).join("");
  const dots = (of: "before" | "after", points: readonly Placed[]) =>
    points.map((point) => `M${x(point.at)} ${y(point[of])}h0`).join("");
  const few = placed.filter(({ n }) => !isEnough(n));
  const between = `${way("before")}${way("after", placed.toReversed()).replace("M", "L")}Z`;
  return (
    <svg
      class="lines turns"
      viewBox={`0 0 ${STEP * sizes.points.length} ${TALL}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={said}
    >
      <path
        class="grid"
        d={[5, 3, 1].map((size) => `M0 ${y(size)}H${STEP * sizes.points.length}`).join("")}
      />
      {placed.length > 1 && <path class="between" d={between} />}
      <path class="before" d={way("before")} />
      <path class="after" d={way("after")} />
      <path class="before mark-at" d={dots("before", placed)} />
      <path class="after mark-at" d={dots("after", placed)} />
      <path class="before hollow" d={dots("before", few)} />
      <path class="after hollow" d={dots("after", few)} />
    </svg>
  );
}
