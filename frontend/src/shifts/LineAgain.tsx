import type { JSX } from "preact";
import { triggerOf } from "../entries/triggers.ts";
import { t } from "../language/shifts.ts";
import { entries } from "../shell/device.ts";
import { lineForNow, mayHearAgain } from "./around.ts";
import { clockNow } from "./clock.ts";
import "./shifts.css";

type Call = { trigger: readonly string[]; intensity?: number };

/** With the next one in mind: the line one chose to listen by, where it was not too much. */
export default function LineAgain({ call }: { call: Call }): JSX.Element | null {
  const { intensity = 0, trigger } = call;
  const isHard = trigger.some((id) => triggerOf(id)?.safety);
  const line = mayHearAgain(intensity, isHard) ? lineForNow(clockNow(), entries.value) : "";
  if (!line) return null;
  return (
    <figure class="line-now">
      <figcaption class="soft">{t("before.line-again")}</figcaption>
      <blockquote class="words">{line}</blockquote>
    </figure>
  );
}
