import type { JSX } from "preact";
import { t } from "../language/calls.ts";
import { intensityLabel } from "../library/catalogue.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { RingsMark } from "../ui/Marks.tsx";
import { AtHand } from "./AtHand.tsx";
import { withIntensity } from "./roughCall.ts";
import { NextButton, SkipButton, StepFoot, type StepProps } from "./StepParts.tsx";

const LEVELS = [1, 2, 3, 4, 5] as const;

type ScaleProps = {
  title: string;
  value: number | undefined;
  onPick: (value: number) => void;
  next: () => void;
};

function HowBig({ title, value, onPick, next }: ScaleProps): JSX.Element {
  const options = LEVELS.map((n) => ({
    id: n as number,
    label: intensityLabel(n) || String(n),
    name: t("scale.option", { n, label: intensityLabel(n) }),
    mark: <RingsMark n={n} />,
  }));
  return (
    <Choices
      legend={title}
      look="scale"
      options={options}
      value={value}
      onPick={onPick}
      onTapped={next}
    />
  );
}

/** How big it was: from here on it is saved. */
export function BigStep({ call, next }: StepProps): JSX.Element {
  const { intensity } = call.members.value;
  const keep = () => {
    void call.keep();
    next();
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("big.title")}</StepHeading>
        <HowBig
          title={t("big.title")}
          value={intensity}
          onPick={(value) => call.change(withIntensity(call.members.value, value))}
          next={keep}
        />
        <p class="soft">{t("big.saved-next")}</p>
        <AtHand call={call.members.value} />
      </div>
      <StepFoot call={call}>{intensity !== undefined && <NextButton onClick={keep} />}</StepFoot>
    </>
  );
}

/** How big it is after all this. */
export function NowStep({ call, next }: StepProps): JSX.Element {
  const { after } = call.members.value;
  const keep = () => {
    void call.keep();
    next();
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("now.title")}</StepHeading>
        <HowBig
          title={t("now.title")}
          value={after}
          onPick={(value) => call.change({ after: value })}
          next={keep}
        />
        <p class="soft">{t("now.lead")}</p>
      </div>
      <StepFoot call={call}>
        {after === undefined ? <SkipButton onClick={next} /> : <NextButton onClick={keep} />}
      </StepFoot>
    </>
  );
}
