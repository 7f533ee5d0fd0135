import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { DraftGate } from "../entries/DraftGate.tsx";
import { useHurry } from "../entries/hurry.ts";
import { t } from "../language/weeks.ts";
import { loadLibrary, promptFile, techniqueFile } from "../library/catalogue.ts";
import { entries, itemsOf } from "../shell/device.ts";
import { beAtStep, closeSheet, goToStep, place } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { late } from "../ui/late.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { CameStep } from "./CameStep.tsx";
import { DRAFT, type Looking, WeekInProgress, type WeekProps } from "./inProgress.ts";
import { mayShare } from "./mayShare.ts";
import { ShareStep } from "./ShareStep.tsx";
import { lookAt, weekToLookAt } from "./week.ts";
import "./weeks.css";

const WAY = ["came", "helped", "goal", "question", "share"] as const;
// The first step is here at once; the others come while it is read.
const LATER = {
  helped: late(() => import("./HelpedStep.tsx")),
  goal: late(() => import("./GoalStep.tsx")),
  question: late(() => import("./QuestionStep.tsx")),
  which: late(() => import("./WhichStep.tsx")),
  end: late(() => import("./EndStep.tsx")),
  picture: late(() => import("./PictureStep.tsx")),
} as const;
const BODIES = { came: CameStep, share: ShareStep, ...LATER } as const;
type Step = keyof typeof BODIES;
const AFTERWARDS: readonly Step[] = ["end", "picture"];

function begun(): WeekInProgress {
  const week = weekToLookAt(entries.value, today.value);
  return WeekInProgress.begun(new Date(), week, lookAt(itemsOf("note"), week));
}

/** One's own week, in two minutes or less: what came, what helped, one goal, one question. */
export default function Week(): JSX.Element {
  useEffect(() => {
    loadLibrary();
    promptFile.load();
    techniqueFile.load();
    for (const step of Object.values(LATER)) step.preload().catch(() => undefined); // asked for again at its step
  }, []);
  return (
    <DraftGate<Looking>
      label={t("week.title")}
      draft={DRAFT}
      begin={begun}
      resume={(members, kept) => WeekInProgress.from(members, kept)}
    >
      {(look) => <Steps look={look as WeekInProgress} />}
    </DraftGate>
  );
}

function Steps({ look }: Pick<WeekProps, "look">): JSX.Element {
  const wanted = place.value?.step as Step;
  const step = wanted in BODIES ? wanted : "came";
  const way = WAY.filter((one) => one !== "share" || mayShare());
  useHurry(look);
  useEffect(() => {
    beAtStep(step);
    if (!AFTERWARDS.includes(step)) look.standAt(step);
  }, [look, step]);
  const at = way.indexOf(step === "which" ? "share" : (step as (typeof WAY)[number]));
  const following = at === -1 ? undefined : way[at + 1];
  const over = async () => {
    const kept = itemsOf("note").find(({ item }) => item === look.members.value.note);
    if (await look.over(kept)) goToStep("end");
  };
  const next = following && step !== "which" ? () => goToStep(following) : () => void over();
  const Body = BODIES[step];
  return (
    <Sheet
      label={t("week.title")}
      {...(at === -1 ? {} : { at: { step: at, of: way.length } })}
      onClose={closeSheet}
    >
      <Body key={step} look={look} next={next} />
    </Sheet>
  );
}
