import type { JSX } from "preact";
import { t } from "../language/calls.ts";
import { goToStep } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { StepFoot, type StepProps } from "./StepParts.tsx";

const WAYS = ["again.talk", "again.work", "again.week"] as const;

/** What comes back a third time is not helped by more writing; other ways come first. */
export function AgainStep({ call, next }: StepProps): JSX.Element {
  const { close } = call.members.value;
  const take = () => {
    void call.keep();
    next();
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("again.title")}</StepHeading>
        <p class="lead">{t("again.body")}</p>
        <Choices
          legend={t("again.title")}
          look="rows"
          options={WAYS.map((key) => ({ id: key as string, label: t(key) }))}
          value={WAYS.find((key) => t(key) === close?.text)}
          onPick={(id) => call.change({ close: { kind: "step", text: t(id as "again.talk") } })}
          onTapped={take}
        />
      </div>
      <StepFoot call={call}>
        <button type="button" class="button plain" onClick={() => goToStep("line")}>
          {t("again.write")}
        </button>
        <button type="button" class="button quiet" onClick={next}>
          {t("again.none")}
        </button>
      </StepFoot>
    </>
  );
}
