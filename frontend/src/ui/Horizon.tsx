import type { JSX } from "preact";

export type Hour = "dawn" | "day" | "dusk" | "night";

const LINE = 194;
const DISC: Record<Hour, { y: number; r: number }> = {
  dawn: { y: LINE - 4, r: 24 },
  day: { y: 122, r: 17 },
  dusk: { y: LINE + 5, r: 27 },
  night: { y: 116, r: 14 },
};
const REFLECTION = [
  { y: LINE + 8, from: 332, to: 384 },
  { y: LINE + 15, from: 342, to: 374 },
  { y: LINE + 22, from: 352, to: 364 },
] as const;

/** The waterline of Today, with the disc where this hour has it. Decoration: it says nothing alone. */
export function Horizon({ hour }: { hour: Hour }): JSX.Element {
  const { y, r } = DISC[hour];
  return (
    <svg viewBox="0 0 400 220" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
      <clipPath id="above-water">
        <rect x="-200" y="-200" width="800" height={LINE + 200} />
      </clipPath>
      <g clip-path="url(#above-water)">
        <circle class="halo" cx="358" cy={y} r={r * 2.7} />
        <circle class="halo" cx="358" cy={y} r={r * 1.85} />
        <circle class="disc" cx="358" cy={y} r={r} />
      </g>
      <path d={`M-1600 ${LINE}H2000`} stroke-width="1" opacity=".75" />
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
