import type { JSX } from "preact";
import { t } from "../language/techniques.ts";
import type { Technique } from "../library/catalogue.ts";
import { goToSheet } from "../shell/sheets.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { hasHolds } from "./breath.ts";
import {
  breathWay,
  bringBackTool,
  dropped,
  dropTool,
  isOwn,
  keepBreathWay,
  MOST_PINNED,
  pinned,
  pinTool,
  unpinTool,
} from "./kit.ts";
import { lengthLabel } from "./length.ts";
import type { ToolInProgress } from "./running.ts";
import { Steps } from "./Timed.tsx";
import { canVibrate } from "./wake.ts";

/** What a tool is, before it begins: its steps, how long it takes, and what to take care of. */
export function Intro({ run }: { run: ToolInProgress }): JSX.Element {
  const { tool } = run;
  return (
    <>
      <div class="sheet-body">
        <div>
          <StepHeading>{tool.label}</StepHeading>
          <p class="soft">{lengthLabel(tool.duration_s)}</p>
        </div>
        <Steps steps={tool.steps} progress={null} />
        {tool.take_care && (
          <p class="care">
            <strong>{t("tool.care")}</strong> {tool.take_care}
          </p>
        )}
        {tool.breath && <Ways tool={tool} />}
        <Keeping id={tool.id} />
        {isOwn(tool) && <Change />}
      </div>
      <footer class="sheet-foot">
        <button type="button" class="button" onClick={() => run.start(Date.now())}>
          {t("tool.begin")}
        </button>
      </footer>
    </>
  );
}

type SwitchProps = { label: string; is: boolean; onChange: (is: boolean) => void };

function Switch({ label, is, onChange }: SwitchProps): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={is}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** How a breath is guided: as this person likes it, from now on. */
function Ways({ tool }: { tool: Technique }): JSX.Element | null {
  const { holds, vibrate } = breathWay.value;
  const mayHold = tool.breath && hasHolds(tool.breath);
  if (!mayHold && !canVibrate()) return null;
  return (
    <fieldset class="choices" aria-label={t("breath.how")}>
      {mayHold && (
        <Switch
          label={t("breath.holds")}
          is={holds}
          onChange={(is) => void keepBreathWay({ holds: is })}
        />
      )}
      {canVibrate() && (
        <Switch
          label={t("breath.vibrate")}
          is={vibrate}
          onChange={(is) => void keepBreathWay({ vibrate: is })}
        />
      )}
    </fieldset>
  );
}

/** One's own tools are changed where they are made: in their list. */
function Change(): JSX.Element {
  return (
    <button type="button" class="text-button" onClick={() => goToSheet("notes", "own-tool")}>
      {t("tool.change")}
    </button>
  );
}

/** To have at hand, or to take out: each one tap, each to be taken back. */
function Keeping({ id }: { id: string }): JSX.Element {
  const isPinned = pinned.value.includes(id);
  if (dropped.value.includes(id)) {
    return (
      <div class="row keeping">
        <ActButton kind="plain" act={() => bringBackTool(id)}>
          {t("tool.bring-back")}
        </ActButton>
      </div>
    );
  }
  if (!isPinned && pinned.value.length >= MOST_PINNED) {
    return (
      <div class="row keeping">
        <p class="soft">{t("tool.pins-full")}</p>
        <Drop id={id} />
      </div>
    );
  }
  return (
    <div class="row keeping">
      <ActButton kind="plain" act={() => (isPinned ? unpinTool(id) : pinTool(id))}>
        {isPinned ? t("tool.unpin") : t("tool.pin")}
      </ActButton>
      <Drop id={id} />
    </div>
  );
}

function Drop({ id }: { id: string }): JSX.Element {
  return (
    <ActButton kind="plain" act={() => dropTool(id)}>
      {t("tool.drop")}
    </ActButton>
  );
}
