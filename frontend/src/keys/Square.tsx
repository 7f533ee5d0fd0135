import type { JSX } from "preact";

type Props = { rows: readonly (readonly boolean[])[]; label: string };

/** A QR code, with its margin, always dark on white: cameras want it so, at night too. */
export function Square({ rows, label }: Props): JSX.Element {
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <svg
      class="square"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} />
      <path d={path.join("")} />
    </svg>
  );
}
