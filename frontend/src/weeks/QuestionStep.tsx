import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { NextButton, SkipButton, StepFoot } from "../entries/StepParts.tsx";
import { JournalTrouble } from "../errors.ts";
import { profile } from "../habits/settings.ts";
import { t } from "../language/weeks.ts";
import type { Prompt } from "../library/catalogue.ts";
import { rememberShown } from "../notes/acts.ts";
import { AskedPrompt, answerTo } from "../prompts/AskedPrompt.tsx";
import { useOffer } from "../prompts/offering.ts";
import { REST_DAYS, SELDOM } from "../prompts/picking.ts";
import { goToSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { dayAfter } from "../streaks/day.ts";
import type { WeekProps } from "./inProgress.ts";
import { listFor } from "./inProgress.ts";
import { historyOf } from "./now.ts";
import { cameUp, shownSince, type Week } from "./week.ts";

/** The week asks these by itself, where they belong. */
const STEPS_OF_ITS_OWN: readonly string[] = [
  "w-pattern",
  "w-what-helped",
  "w-goal",
  "w-wall",
  "w-share",
];
const PEOPLE = "w-people";

/** What was shown within the month, in another look than this one, is not shown again. */
function notAgain(week: Week): string[] {
  const { asked = {} } = profile.value;
  return shownSince(dayAfter(today.value, 1 - REST_DAYS), week, { ids: SELDOM, asked });
}

/** One question of the week, and where its answer stands. */
export default function QuestionStep({ look, next }: WeekProps): JSX.Element {
  const { prompt, iso_week } = look.members.value;
  const [except] = useState(() => [...STEPS_OF_ITS_OWN, ...notAgain(iso_week)]);
  const triggers = cameUp(historyOf(look)).map(({ id }) => id);
  const { offered, another } = useOffer({
    item: iso_week, // the same one for this week, on every device
    ...{ phase: "weekly-review", triggers, except },
  });
  const asked = offered === "tool" ? undefined : offered;
  useShown(asked);
  const answer = answerTo(asked, prompt);
  return (
    <>
      <div class="sheet-body low">
        <AskedPrompt
          asked={asked}
          title={t("week.question")}
          given={prompt}
          onAnswer={(said) => look.change({ prompt: said })}
          onAnother={another}
        />
        {asked && answer && <Where look={look} prompt={asked} />}
      </div>
      <StepFoot call={look}>
        {answer ? <NextButton onClick={next} /> : <SkipButton onClick={next} />}
      </StepFoot>
    </>
  );
}

/** What comes once a month is remembered as soon as it is shown. */
function useShown(asked: Prompt | undefined): void {
  const id = asked && SELDOM.includes(asked.id) ? asked.id : undefined;
  useEffect(() => {
    if (!id) return;
    rememberShown([id]).catch((trouble: unknown) => {
      if (!(trouble instanceof JournalTrouble)) throw trouble; // it may only come again sooner
    });
  }, [id]);
}

const KEPT = {
  proof: "week.kept-proof",
  phrase: "week.kept-phrase",
  "for-somebody-new": "week.kept-for-somebody-new",
  "read-next": "week.kept-read-next",
  "follow-up": "week.kept-follow-up",
  "whom-to-ask": "week.kept-whom-to-ask",
  "ask-work": "week.kept-ask-work",
} as const;

/** In which list the answer stands too; and whoever was thought of may be thanked. */
function Where({ look, prompt }: Pick<WeekProps, "look"> & { prompt: Prompt }): JSX.Element | null {
  const list = listFor(prompt.id) as keyof typeof KEPT | undefined;
  const thank = () => {
    look.hurry();
    goToSheet("tool", prompt.technique_id);
  };
  if (list) return <p class="soft">{t(KEPT[list])}</p>;
  if (prompt.id !== PEOPLE) return null;
  return (
    <button type="button" class="button quiet" onClick={thank}>
      {t("week.thank")}
    </button>
  );
}
