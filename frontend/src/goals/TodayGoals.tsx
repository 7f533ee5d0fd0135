import type { JSX } from "preact";
import { profileOf } from "../feeds/profile.ts";
import { t } from "../language/goals.ts";
import { itemsOf } from "../shell/device.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { Notice } from "../ui/Notice.tsx";
import { putOff } from "./acts.ts";
import { activeGoals, dueGoals } from "./goal.ts";

/** A goal whose look back is due; one at a time. */
export function TodayGoals(): JSX.Element | null {
  const { asked = {} } = profileOf({ items: itemsOf });
  const goals = activeGoals(itemsOf("goal"));
  const [goal] = dueGoals(goals, itemsOf("review"), asked, today.value);
  if (!goal) return null;
  return (
    <Notice title={t("review.due")}>
      <p class="words">{goal.wish}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => openSheet("look-back", goal.item)}>
          {t("goal.look-back")}
        </button>
        <ActButton kind="plain" act={() => putOff(goal.item)}>
          {t("act.later")}
        </ActButton>
      </div>
    </Notice>
  );
}
