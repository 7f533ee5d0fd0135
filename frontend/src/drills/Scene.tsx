import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/drills.ts";
import type { Drill } from "../library/catalogue.ts";
import { closeSheet } from "../shell/sheets.ts";
import { StepHeading } from "../ui/Heading.tsx";
import { Sheet } from "../ui/Sheet.tsx";

type Props = { drills: readonly Drill[]; first?: string };

/** A card for two people on one phone. Nothing is recorded, and nothing of it is kept. */
export function Scene({ drills, first }: Props): JSX.Element {
  const [turn, setTurn] = useState(0);
  const [isCaller, setCaller] = useState(true);
  const scenes = scenesFrom(drills, first);
  const drill = scenes[turn % Math.max(1, scenes.length)];
  const another = () => {
    setTurn(turn + 1);
    setCaller(true);
  };
  return (
    <Sheet label={t("scene.title")} onClose={closeSheet}>
      <div class="sheet-body low">
        <StepHeading>{t("scene.title")}</StepHeading>
        <p class="soft">
          {t("scene.lead")} {t("scene.after")}
        </p>
        {drill && <Card drill={drill} isCaller={isCaller} />}
      </div>
      <footer class="sheet-foot">
        <div class="row halves">
          <button type="button" class="button quiet" onClick={another}>
            {t("scene.other")}
          </button>
          <button type="button" class="button quiet" onClick={closeSheet}>
            {t("act.done")}
          </button>
        </div>
        <button type="button" class="button" onClick={() => setCaller(!isCaller)}>
          {t("scene.swap")}
        </button>
      </footer>
    </Sheet>
  );
}

/** The one it was opened for, then those that carry no note about what they hold. */
function scenesFrom(drills: readonly Drill[], first: string | undefined): Drill[] {
  const open = drills.filter(({ id, content_note: note }) => id !== first && note === undefined);
  return [...drills.filter(({ id }) => id === first), ...open];
}

function Card({ drill, isCaller }: { drill: Drill; isCaller: boolean }): JSX.Element {
  return (
    <section class="scene" data-side={isCaller ? "caller" : "agent"} aria-live="polite">
      <h2>{isCaller ? t("scene.caller") : t("scene.agent")}</h2>
      <p class="say">{isCaller ? t("gym.quote", { line: drill.they_say }) : drill.you_cannot}</p>
      <p>{isCaller ? t("scene.caller-do") : t("scene.agent-do")}</p>
    </section>
  );
}
