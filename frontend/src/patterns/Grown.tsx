import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { activeHabits } from "../habits/habit.ts";
import { practice } from "../habits/plan.ts";
import { RingMark, strengthLabel } from "../habits/Ring.tsx";
import { percentLabel } from "../language/calendar.ts";
import { slotLabel, t } from "../language/patterns.ts";
import { itemsOf, marks } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { Card, Figure } from "./Card.tsx";
import { seen } from "./now.ts";
import type { Slots } from "./period.ts";
import { percentSaid, unlessHidden } from "./said.ts";
import { type Strength, strengthsIn } from "./strengths.ts";

const STEP = 10;
const TALL = 40;
const EDGE = 4;
const x = (at: number) => STEP * (at + 0.5);
const y = (score: number) => TALL - EDGE - score * (TALL - 2 * EDGE);

const strengths = computed(() => {
  const habits = activeHabits(itemsOf("habit"));
  const kept = { habits, practice: practice.value, marks: marks() };
  return strengthsIn(kept, seen.value.slots, today.value);
});

/** How strong each habit has grown. One miss is not a reset, and this shows it. */
export default function Grown(): JSX.Element | null {
  const { slots } = seen.value;
  if (strengths.value.length === 0) return null;
  return (
    <Card title={t("grown.title")}>
      {strengths.value.map((one) => (
        <One key={one.item} one={one} slots={slots} />
      ))}
    </Card>
  );
}

function One({ one, slots }: { one: Strength; slots: Slots }): JSX.Element {
  const { name, now, points } = one;
  const said = percentSaid(name, now, strengthLabel(now).toLocaleLowerCase());
  const rows = slots.slots.flatMap(({ first }, at) => {
    const score = points[at];
    if (score === undefined) return [];
    return [
      [slotLabel(first, slots.unit), unlessHidden(percentLabel(score), strengthLabel(score))],
    ];
  });
  return (
    <Figure
      said={said}
      plot={
        <div class="grown-plot">
          <RingMark strength={now} size={44} />
          <Line points={points} said={said} />
        </div>
      }
      table={{
        caption: name,
        heads: [t(slots.unit === "week" ? "sizes.week" : "sizes.month"), t("grown.strength")],
        rows,
      }}
    />
  );
}

function Line({ points, said }: { points: Strength["points"]; said: string }): JSX.Element {
  const placed = points.flatMap((score, at) => (score === undefined ? [] : [{ at, score }]));
  const way = placed.map(({ at, score }, n) => `${n ? "L" : "M"}${x(at)} ${y(score)}`).join("");
  const last = placed.at(-1);
  return (
    <svg
      class="lines grown-line turns"
      viewBox={`0 0 ${STEP * points.length} ${TALL}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={said}
    >
      <path class="grid" d={[0, 1].map((end) => `M0 ${y(end)}H${STEP * points.length}`).join("")} />
      {last && <path class="between" d={`${way}V${y(0)}H${x(placed[0]?.at ?? 0)}Z`} />}
      <path class="after" d={way} />
      {last && <path class="after mark-at" d={`M${x(last.at)} ${y(last.score)}h0`} />}
    </svg>
  );
}
