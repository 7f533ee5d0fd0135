import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { BreathCircle } from "../techniques/BreathCircle.tsx";

/** In for four, out for six: it settles the body, and needs nothing. */
export const SLOW = { in_s: 4, hold_s: 0, out_s: 6, hold_out_s: 0 };
/** Half a minute. */
const FEW_ROUNDS = 3;

type Props = { onEnd: () => void; rounds?: number };

/** A slow breath to follow, with nothing to choose. */
export function Breath({ onEnd, rounds = FEW_ROUNDS }: Props): JSX.Element {
  const [pattern] = useState({ ...SLOW, cycles: rounds });
  return <BreathCircle pattern={pattern} onEnd={onEnd} />;
}
