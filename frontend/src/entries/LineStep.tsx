import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { goToStep } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { AtHand } from "./AtHand.tsx";
import { isNight, softStopMs } from "./limits.ts";
import { isGentle } from "./roughCall.ts";
import { NextButton, SkipButton, StepFoot, type StepProps } from "./StepParts.tsx";

/** One line, if one likes. Long writing can feed what it should end, so it is asked about, once. */
export function LineStep({ call, next }: StepProps): JSX.Element {
  const { text = "" } = call.members.value;
  const gentle = isGentle(call.members.value);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const left = call.began + softStopMs(new Date()) - Date.now();
    const timer = setTimeout(() => setLong(true), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [call]);
  const keep = () => {
    void call.keep();
    next();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("line.title")}</StepHeading>
        <OwnWords
          label={gentle ? t("entry.words") : t("line.label")}
          value={text}
          hint={gentle ? t("line.gentle") : t("line.hint")}
          onInput={(value) => call.change({ text: value })}
        />
        <AtHand call={call.members.value} />
        <div role="status">{isLong && <ParkIt call={call} />}</div>
      </div>
      <StepFoot call={call}>
        {text ? <NextButton onClick={keep} /> : <SkipButton onClick={next} />}
      </StepFoot>
    </>
  );
}

function ParkIt({ call }: Pick<StepProps, "call">): JSX.Element {
  const night = isNight(new Date().getHours());
  const park = () => {
    if (night) call.change({ close: { kind: "none" } });
    void call.keep();
    goToStep(night ? "minute" : "close");
  };
  return (
    <div class="notice">
      <p>{night ? t("long.night") : t("long.day")}</p>
      <button type="button" class="button quiet" onClick={park}>
        {night ? t("long.park") : t("long.close")}
      </button>
    </div>
  );
}
