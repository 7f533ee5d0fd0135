import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/entries.ts";

const IN_MS = 4_000;
const ROUND_MS = 10_000;
/** Half a minute. */
const FEW_ROUNDS = 3;

type Phase = "in" | "out" | "end";

/** The phase of each change, in for 4 and out for 6, so many times. */
function changes(count: number): { at: number; phase: Phase }[] {
  const rounds = Array.from({ length: count }, (_, round) => [
    { at: round * ROUND_MS, phase: "in" as Phase },
    { at: round * ROUND_MS + IN_MS, phase: "out" as Phase },
  ]).flat();
  return [...rounds, { at: count * ROUND_MS, phase: "end" }];
}

type Props = { onEnd: () => void; rounds?: number };

/** A circle that grows and shrinks with the word; where motion is reduced, the word alone. */
export function Breath({ onEnd, rounds = FEW_ROUNDS }: Props): JSX.Element {
  const [phase, setPhase] = useState<Phase>("in");
  useEffect(() => {
    const timers = changes(rounds).map(({ at, phase: next }) =>
      setTimeout(() => {
        setPhase(next);
        if (next === "end") onEnd();
      }, at),
    );
    return () => timers.forEach(clearTimeout);
  }, [onEnd, rounds]);
  return (
    <div class={rounds > FEW_ROUNDS ? "breath long" : "breath"} role="status">
      <i />
      <i />
      {phase !== "end" && <span>{phase === "in" ? t("breath.in") : t("breath.out")}</span>}
    </div>
  );
}
