import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/techniques.ts";
import type { ToolInProgress } from "./running.ts";
import { feel } from "./wake.ts";

const LOOK_MS = 500;
const MINUTE_MS = 60_000;
/** From here on it is a break rather than an exercise: the phone may be put away. */
export const LONG_S = 120;

/** The time it is, looked up again and again and whenever the page comes back. */
function useNow(isNeeded: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isNeeded) return;
    const look = () => setNow(Date.now());
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [isNeeded]);
  return now;
}

/** How far it has come, from 0 to 1, by the instants it began and ends at. */
export function progressOf(run: { began?: number; ends?: number }, now: number): number {
  const { began = now, ends = now } = run;
  if (ends <= began) return 1;
  return Math.min(1, Math.max(0, (now - began) / (ends - began)));
}

function leftOf(ends: number, now: number, isLong: boolean): string {
  if (!isLong) return t("tool.gently");
  const minutes = Math.round((ends - now) / MINUTE_MS);
  return minutes < 1 ? t("tool.moment-left") : t("tool.minutes-left", { n: minutes });
}

type Props = { run: ToolInProgress; onOver: () => void };

/** The steps of a tool and a ring that fills; the time is reckoned from instants, so it goes on under a locked screen. */
export function Timed({ run, onOver }: Props): JSX.Element {
  const { began, ends = 0 } = run.members.value.run ?? {};
  const [isOver, setOver] = useState(Date.now() >= ends);
  const now = useNow(!isOver);
  const progress = isOver ? 1 : progressOf({ ...(began ? { began } : {}), ends }, now);
  const isLong = run.tool.duration_s >= LONG_S;
  useEffect(() => {
    if (progress < 1 || isOver) return;
    setOver(true);
    feel("end");
  }, [progress, isOver]);
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver]);
  return (
    <>
      <Ring progress={progress} />
      <p role="status" class="soft">
        {isOver ? t("tool.time-up") : leftOf(ends, now, isLong)}
      </p>
      <Steps steps={run.tool.steps} progress={isOver || isLong ? null : progress} />
      {isLong && !isOver && <p class="soft">{t("tool.lock")}</p>}
    </>
  );
}

function Ring({ progress }: { progress: number }): JSX.Element {
  return (
    <svg
      class="time-ring"
      viewBox="0 0 120 120"
      aria-hidden="true"
      data-progress={progress.toFixed(3)}
    >
      <circle cx="60" cy="60" r="54" />
      <circle
        cx="60"
        cy="60"
        r="54"
        pathLength={1}
        transform="rotate(-90 60 60)"
        style={{ strokeDashoffset: 1 - progress }}
      />
      <path d="M36 64c8-7 16-7 24 0s16 7 24 0M44 78c5-4 10-4 16 0s11 4 16 0" />
    </svg>
  );
}

/** All steps stay in sight; the one it is time for stands out. */
export function Steps(props: { steps: readonly string[]; progress: number | null }): JSX.Element {
  const { steps, progress } = props;
  const now =
    progress === null ? -1 : Math.min(steps.length - 1, Math.floor(progress * steps.length));
  return (
    <ol class="steps words">
      {steps.map((step, index) => (
        <li key={step} data-now={progress === null || index === now}>
          {step}
        </li>
      ))}
    </ol>
  );
}
