import type { FunctionComponent, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/first.ts";
import { entries, state } from "../shell/device.ts";
import { isIPhoneTab } from "../shell/iphone.ts";
import { hour } from "../shell/look.ts";
import { openSheet } from "../shell/sheets.ts";
import { Horizon } from "../ui/Horizon.tsx";
import { LockMark, RiseMark, StoneMark } from "../ui/Marks.tsx";
import { StateLine } from "./StateLine.tsx";

const GREETINGS = {
  dawn: "today.greeting.dawn",
  day: "today.greeting.day",
  dusk: "today.greeting.dusk",
  night: "today.greeting.night",
} as const;

/** The first screen: what would help now, within reach of a thumb. */
export default function Today(): JSX.Element {
  return (
    <>
      <div class="today">
        <div class="horizon">
          <Horizon hour={hour.value} />
          <h1 tabIndex={-1}>{t(GREETINGS[hour.value])}</h1>
          <p class="status">
            <LockMark />
            {t("state.only-you")}
          </p>
        </div>
        <div class="stack">
          <div class="tiles">
            <button type="button" class="tile rough" onClick={() => openSheet("rough-call")}>
              <StoneMark />
              {t("today.rough")}
            </button>
            <button type="button" class="tile good" onClick={() => openSheet("something-good")}>
              <RiseMark />
              {t("today.good")}
            </button>
          </div>
          <div class="row halves">
            <button type="button" class="button quiet" onClick={() => openSheet("breathe")}>
              {t("today.breathe")}
            </button>
            <button type="button" class="button quiet" onClick={() => openSheet("check-in")}>
              {t("today.check-in")}
            </button>
          </div>
          <StateLine />
        </div>
      </div>
      <WhenWanted is={mayNeedSaying()} load={notice} />
      <WhenWanted is={state.value.phase === "ready"} load={below} />
    </>
  );
}

type Late = () => Promise<{ default: FunctionComponent }>;
const notice: Late = () => import("./TodayNotice.tsx");
const below: Late = () => import("./TodayBelow.tsx");

function mayNeedSaying(): boolean {
  const { recoveryConfirmed, shut } = state.value;
  return isIPhoneTab() || shut > 0 || (entries.value.length > 0 && !recoveryConfirmed);
}

/** Seldom said, so it comes after everything else. */
function WhenWanted({ is: isWanted, load }: { is: boolean; load: Late }): JSX.Element | null {
  const [Notice, setNotice] = useState<FunctionComponent>();
  useEffect(() => {
    if (!isWanted) return;
    load()
      .then((found) => setNotice(() => found.default))
      .catch(() => undefined); // offline before it was ever kept: the next time
  }, [isWanted, load]);
  return isWanted && Notice ? <Notice /> : null;
}
