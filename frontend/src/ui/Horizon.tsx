import type { JSX } from "preact";

export type Hour = "dawn" | "day" | "dusk" | "night";

const LINE = 186;
const DISC: Record<Hour, { y: number; r: number }> = {
  dawn: { y: LINE - 4, r: 24 },
  day: { y: 96, r: 20 },
  dusk: { y: LINE + 5, r: 27 },
  night: { y: 112, r: 17 },
};
const REFLECTION = [
  { y: LINE + 8, from: 312, to: 368 },
  { y: LINE + 15, from: 322, to: 352 },
  { y: LINE + 22, from: 330, to: 342 },
] as const;

/** The waterline of Today, with the disc where this hour has it. Decoration: it says nothing alone. */
export function Horizon({ hour }: { hour: Hour }): JSX.Element {
  const { y, r } = DISC[hour];
  return (
    <svg viewBox="0 0 400 220" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
      <clipPath id="above-water">
        <rect width="400" height={LINE} />
      </clipPath>
      <g clip-path="url(#above-water)">
        <circle class="halo" cx="338" cy={y} r={r * 3.4} />
        <circle class="halo" cx="338" cy={y} r={r * 2.2} />
        <circle class="disc" cx="338" cy={y} r={r} />
      </g>
      <path d={`M0 ${LINE}H400`} stroke-width="1" opacity=".75" />
      {REFLECTION.map(({ y: line, from, to }, index) => (
        <path
          key={line}
          d={`M${from} ${line}H${to}`}
          stroke-width="1.4"
          opacity={0.65 - index * 0.17}
        />
      ))}
    </svg>
  );
}
