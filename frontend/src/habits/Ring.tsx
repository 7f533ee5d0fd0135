import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { percentLabel } from "../language/calendar.ts";
import { t } from "../language/habits.ts";
import { strengthWord } from "../streaks/strength.ts";
import "./habits.css";

const ROUND = 100;

/** How strong, as a ring that closes; always beside its word. */
export function RingMark({
  strength,
  size = 36,
}: {
  strength: number;
  size?: number;
}): JSX.Element {
  return (
    <svg class="ring" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="15" class="ring-way" />
      <circle
        cx="18"
        cy="18"
        r="15"
        class="ring-grown"
        pathLength={ROUND}
        stroke-dasharray={`${Math.max(strength * ROUND, strength > 0 ? 2 : 0)} ${ROUND}`}
        transform="rotate(-90 18 18)"
      />
      <circle cx="18" cy="18" r="2.5" fill="currentColor" stroke="none" />
    </svg>
  );
}

const WORDS = {
  starting: "strength.starting",
  growing: "strength.growing",
  steady: "strength.steady",
  strong: "strength.strong",
} as const;

export const strengthLabel = (strength: number): string => t(WORDS[strengthWord(strength)]);

type Props = { strength: number; hideNumbers: boolean };

/** The ring with its word; the number comes on a tap, where numbers are wanted at all. */
export function Strength({ strength, hideNumbers }: Props): JSX.Element {
  const [shown, setShown] = useState(false);
  const word = strengthLabel(strength);
  const face = (
    <>
      <RingMark strength={strength} size={64} />
      <span class="ring-word">{word}</span>
    </>
  );
  if (hideNumbers) return <p class="strength">{face}</p>;
  return (
    <button type="button" class="strength" aria-expanded={shown} onClick={() => setShown(!shown)}>
      {face}
      <span class={shown ? "soft" : "unseen"}>
        {shown ? t("strength.number", { percent: percentLabel(strength) }) : t("strength.show")}
      </span>
    </button>
  );
}
