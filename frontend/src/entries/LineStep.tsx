import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { goToStep } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { AtHand } from "./AtHand.tsx";
import { type Aspect, mayAskAspect } from "./aspect.ts";
import { isNight, softStopMs } from "./limits.ts";
import { isGentle } from "./roughCall.ts";
import { NextButton, SkipButton, StepFoot, type StepProps } from "./StepParts.tsx";
import { triggerOf } from "./triggers.ts";

/** One line, if one likes. Long writing can feed what it should end, so it is asked about, once. */
export function LineStep({ call, next }: StepProps): JSX.Element {
  const { text = "", aspect } = call.members.value;
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
        <WhatAboutIt call={call} />
        <AtHand call={call.members.value} />
        <div role="status">{isLong && <ParkIt call={call} />}</div>
      </div>
      <StepFoot call={call}>
        {text || aspect ? <NextButton onClick={keep} /> : <SkipButton onClick={next} />}
      </StepFoot>
    </>
  );
}

const ASPECTS = [
  { id: "words", say: "aspect.words" },
  { id: "tone", say: "aspect.tone" },
  { id: "stake", say: "aspect.stake" },
] as const satisfies readonly { id: Aspect; say: string }[];

/** The words, the tone, or what was at stake: one tap, and one more takes it back. */
function WhatAboutIt({ call }: Pick<StepProps, "call">): JSX.Element | null {
  const { trigger, aspect } = call.members.value;
  if (!mayAskAspect(trigger, (id) => triggerOf(id)?.safety)) return null;
  return (
    <Choices
      legend={t("line.aspect")}
      legendSeen
      options={ASPECTS.map(({ id, say }) => ({ id, label: t(say) }))}
      value={aspect}
      onPick={(id) => call.change({ aspect: id === aspect ? undefined : id })}
    />
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
