import type { JSX } from "preact";
import { shortWeekdays } from "../language/dates.ts";
import type { PaintedDay } from "./painted.ts";

const STEP = 40;
const WATER_Y = 52;
const MOST = 4;
const upTo = (n: number) => Array.from({ length: Math.min(n, MOST) }, (_, index) => index);

/** Seven days over one water: discs that came up, stones that went in. Its words stand beside it. */
export function WeekWater({ days }: { days: readonly PaintedDay[] }): JSX.Element {
  const names = shortWeekdays();
  return (
    <svg class="week-water" viewBox="0 0 280 110" aria-hidden="true">
      <path class="water" d={`M0 ${WATER_Y}H280`} />
      {days.map(({ day, stones, discs }, index) => {
        const x = STEP * (index + 0.5);
        return (
          <g key={day}>
            {upTo(discs).map((n) => (
              <circle key={n} class="came-up" cx={x} cy={WATER_Y - 10 - n * 11} r="4" />
            ))}
            {upTo(stones).map((n) => (
              <ellipse
                key={n}
                class={n === 0 ? "went-in first" : "went-in"}
                cx={x}
                cy={WATER_Y + 14}
                rx={3.5 + n * 4.5}
                ry={1.5 + n * 2.5}
              />
            ))}
            <text x={x} y="106">
              {names[index]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
