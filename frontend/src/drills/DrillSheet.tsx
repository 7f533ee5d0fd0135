import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useHurry } from "../entries/hurry.ts";
import { t } from "../language/drills.ts";
import { type Drill, drillFile } from "../library/catalogue.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { DrillInProgress, openDrill } from "./drilling.ts";
import { MineStep } from "./MineStep.tsx";
import { ModelsStep } from "./ModelsStep.tsx";
import { Scene } from "./Scene.tsx";
import "./drills.css";

const SCENE = "scene";

/** One drill, or a scene for two, over whatever page it was opened from. */
export default function DrillSheet(): JSX.Element {
  useEffect(drillFile.load, []);
  const [about = "", of] = place.value?.about?.split(" ") ?? [];
  const drills = drillFile.read.value?.drills ?? [];
  if (about === SCENE) return <Scene key={SCENE} drills={drills} {...(of ? { first: of } : {})} />;
  const drill = drills.find(({ id }) => id === about);
  if (drill) return <OneDrill key={about} drill={drill} />;
  const isKnown = drillFile.read.value === null && !drillFile.missing.value;
  return (
    <Sheet label={t("gym.title")} onClose={closeSheet}>
      {!isKnown && <NotHere />}
    </Sheet>
  );
}

function NotHere(): JSX.Element {
  const isMissing = drillFile.missing.value;
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{isMissing ? t("gym.title") : t("drill.gone")}</StepHeading>
        <p>{isMissing ? t("gym.none") : t("drill.gone-body")}</p>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button quiet" onClick={closeSheet}>
          {t("act.close")}
        </button>
      </footer>
    </>
  );
}

type Props = { drill: Drill };

function OneDrill({ drill }: Props): JSX.Element {
  const [doing, setDoing] = useState<DrillInProgress>();
  useEffect(() => {
    openDrill(drill.id)
      .then(setDoing)
      .catch(() => setDoing(DrillInProgress.begun(drill.id))); // no draft to be had: from the start
  }, [drill]);
  if (doing) return <Doing drill={drill} doing={doing} />;
  return (
    <Sheet label={t("gym.title")} onClose={closeSheet}>
      {null}
    </Sheet>
  );
}

const STEPS = ["care", "mine", "models"] as const;
type Step = (typeof STEPS)[number];

function stepOf({ content_note: note }: Drill, doing: DrillInProgress): Step {
  const step = place.value?.step as Step;
  if (STEPS.includes(step)) return step;
  const stood = doing.kept.value.step as Step | undefined;
  return stood ?? (note ? "care" : "mine");
}

function Doing({ drill, doing }: Props & { doing: DrillInProgress }): JSX.Element {
  const step = stepOf(drill, doing);
  useHurry(doing);
  useEffect(() => {
    beAtStep(step);
    doing.standAt(step);
  }, [doing, step]);
  useEffect(() => () => void doing.leave(), [doing]);
  const show = () => {
    void doing.reveal(Date.now());
    goToStep("models");
  };
  return (
    <Sheet label={t("gym.title")} onClose={closeSheet}>
      {step === "care" && <Care drill={drill} onOpen={() => goToStep("mine")} />}
      {step === "mine" && <MineStep drill={drill} doing={doing} onShow={show} />}
      {step === "models" && <ModelsStep drill={drill} doing={doing} />}
    </Sheet>
  );
}

function Care({ drill, onOpen }: Props & { onOpen: () => void }): JSX.Element {
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("drill.before")}</StepHeading>
        <p class="lead">{drill.content_note}</p>
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button quiet" onClick={onOpen}>
          {t("drill.open")}
        </button>
        <button type="button" class="button" onClick={closeSheet}>
          {t("drill.leave")}
        </button>
      </footer>
    </>
  );
}
