import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/entries.ts";

const IN_MS = 4_000;
const ROUND_MS = 10_000;
const ROUNDS = 3;

type Phase = "in" | "out" | "end";

/** The phase of each change, in for 4 and out for 6, three times: half a minute. */
function changes(): { at: number; phase: Phase }[] {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => [
    { at: round * ROUND_MS, phase: "in" as Phase },
    { at: round * ROUND_MS + IN_MS, phase: "out" as Phase },
  ]).flat();
  return [...rounds, { at: ROUNDS * ROUND_MS, phase: "end" }];
}

/** A circle that grows and shrinks with the word; where motion is reduced, the word alone. */
export function Breath({ onEnd }: { onEnd: () => void }): JSX.Element {
  const [phase, setPhase] = useState<Phase>("in");
  useEffect(() => {
    const timers = changes().map(({ at, phase: next }) =>
      setTimeout(() => {
        setPhase(next);
        if (next === "end") onEnd();
      }, at),
    );
    return () => timers.forEach(clearTimeout);
  }, [onEnd]);
  return (
    <div class="breath" role="status">
      <i />
      <i />
      {phase !== "end" && <span>{phase === "in" ? t("breath.in") : t("breath.out")}</span>}
    </div>
  );
}
