import type { FunctionComponent, JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import { t } from "../language/entries.ts";
import { feelingFile, intensityLabel } from "../library/catalogue.ts";
import { OwnWords } from "../safety/OwnWords.tsx";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { RingsMark } from "../ui/Marks.tsx";
import { Breath } from "./Breath.tsx";
import { CloseStep, EndStep } from "./CloseSteps.tsx";
import { FeelingChoices } from "./FeelingChoices.tsx";
import { isGentle, type Step, withIntensity } from "./roughCall.ts";
import { NextButton, SkipButton, StepFoot, type StepProps } from "./StepParts.tsx";
import { TriggerStep } from "./TriggerStep.tsx";

function BreathStep({ call, next }: StepProps): JSX.Element {
  const [ended, setEnded] = useState(false);
  const onEnd = useCallback(() => setEnded(true), []);
  return (
    <>
      <div class="sheet-body centre">
        <StepHeading>{t("breath.title")}</StepHeading>
        <Breath onEnd={onEnd} />
        <p class="soft">{ended ? t("breath.end") : t("breath.lead")}</p>
      </div>
      <StepFoot call={call}>
        <button type="button" class={ended ? "button" : "button quiet"} onClick={next}>
          {ended ? t("act.go-on") : t("breath.skip")}
        </button>
      </StepFoot>
    </>
  );
}

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

function BigStep({ call, next }: StepProps): JSX.Element {
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
      </div>
      <StepFoot call={call}>{intensity !== undefined && <NextButton onClick={keep} />}</StepFoot>
    </>
  );
}

function FeelingStep({ call, next }: StepProps): JSX.Element {
  const { feelings } = call.members.value;
  const keep = () => {
    void call.keep();
    next();
  };
  const notSure = () => {
    call.change({ feelings: [] });
    keep();
  };
  return (
    <>
      <div class="sheet-body">
        <StepHeading>{t("feeling.title")}</StepHeading>
        <p class="soft">{t("feeling.lead")}</p>
        {feelingFile.read.value && (
          <FeelingChoices
            file={feelingFile.read.value}
            values={feelings}
            onChange={(values) => call.change({ feelings: values })}
          />
        )}
      </div>
      <StepFoot call={call}>
        <button type="button" class="button quiet" onClick={notSure}>
          {t("feeling.not-sure")}
        </button>
        {feelings.length > 0 && <NextButton onClick={keep} />}
      </StepFoot>
    </>
  );
}

function LineStep({ call, next }: StepProps): JSX.Element {
  const { text = "" } = call.members.value;
  const gentle = isGentle(call.members.value);
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
      </div>
      <StepFoot call={call}>
        {text ? <NextButton onClick={keep} /> : <SkipButton onClick={next} />}
      </StepFoot>
    </>
  );
}

function NowStep({ call, next }: StepProps): JSX.Element {
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

export const STEPS: Record<Step, FunctionComponent<StepProps>> = {
  breath: BreathStep,
  trigger: TriggerStep,
  big: BigStep,
  feeling: FeelingStep,
  line: LineStep,
  now: NowStep,
  close: CloseStep,
  end: EndStep,
};
