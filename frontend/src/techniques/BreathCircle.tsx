import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../language/breath.ts";
import type { BreathPattern } from "../library/catalogue.ts";
import { type Beat, beatsOf, lengthOf } from "./breath.ts";
import { pace } from "./pace.ts";
import { feel } from "./wake.ts";
import "./breath.css";

const SAID = {
  in: "breath.in",
  sip: "breath.sip",
  hold: "breath.hold",
  out: "breath.out",
  wait: "breath.wait",
} as const;

type Props = { pattern: BreathPattern; holds?: boolean; onEnd: () => void };

/** Lets the hand feel where a part begins, and says when it is all over. */
function tell(beat: Beat | undefined, { onEnd }: Props): void {
  const begins = beat === undefined || beat.count === 1;
  if (begins) feel(beat?.phase ?? "end");
  if (!beat) onEnd();
}

/** A breath to follow: by the circle, by the word and its count, or by the hand, with eyes closed. */
export function BreathCircle(props: Props): JSX.Element {
  const { pattern, holds = true } = props;
  const beats = useMemo(() => beatsOf(pattern, holds), [pattern, holds]);
  const [reached, setReached] = useState(-1);
  const told = useRef(props);
  told.current = props;
  useEffect(() => {
    const reach = (index: number) => {
      setReached(index);
      tell(beats[index], told.current);
    };
    return pace([...beats.map(({ at }) => at), lengthOf(beats)], reach);
  }, [beats]);
  const beat = beats[reached];
  const isOver = reached >= beats.length;
  return (
    <div
      class="breath"
      data-phase={beat?.phase ?? (isOver ? "end" : "ready")}
      data-beat={reached}
      style={{ "--lasts": `${beat?.lasts ?? 0}ms` }}
    >
      <i />
      <i />
      <p role="status">{beat && t(SAID[beat.phase])}</p>
      {beat && (
        <b aria-hidden="true" key={beat.phase}>
          {beat.count}
        </b>
      )}
    </div>
  );
}
