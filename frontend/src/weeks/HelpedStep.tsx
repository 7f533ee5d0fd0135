import type { JSX } from "preact";
import { NextButton, StepFoot } from "../entries/StepParts.tsx";
import { hideNumbers } from "../habits/settings.ts";
import { t } from "../language/weeks.ts";
import { allTools, toolsById } from "../techniques/kit.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import type { WeekProps } from "./inProgress.ts";
import { historyOf, unlessHidden } from "./now.ts";
import { breaksIn, type Helped, type History, helpedIn } from "./week.ts";

const MOST_SHOWN = 4;

const hintOf = ({ n, of }: Helped) =>
  unlessHidden(t("week.helped-of", { helped: n, n: of }), t("week.helped-plain"));

/** What helped, by this person's own ratings, with how often. */
export default function HelpedStep({ look, next }: WeekProps): JSX.Element {
  const history = historyOf(look);
  const helped = helpedIn(history)
    .filter(({ id }) => toolsById.value.has(id))
    .slice(0, MOST_SHOWN);
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("week.helped")}</StepHeading>
        <p class="soft">{helped.length > 0 ? t("week.helped-lead") : t("week.helped-none")}</p>
        <Breaks history={history} />
        {helped.length > 0 && (
          <Choices
            legend={t("week.helped")}
            look="rows"
            options={helped.map((one) => ({
              id: one.id,
              label: toolsById.value.get(one.id)?.label ?? "",
              hint: hintOf(one),
            }))}
            value={look.members.value.helped}
            onPick={(id) => look.change({ helped: id })}
          />
        )}
      </div>
      <StepFoot call={look}>
        <NextButton onClick={next} />
      </StepFoot>
    </>
  );
}

/** Only the breaks there were: none is no news. */
function Breaks({ history }: { history: History }): JSX.Element | null {
  const breaks = allTools.value.filter(({ kind }) => kind === "break").map(({ id }) => id);
  const n = breaksIn(history, breaks);
  if (n === 0) return null;
  return <p>{hideNumbers.value ? t("week.breaks-hidden") : t("week.breaks", { n })}</p>;
}
