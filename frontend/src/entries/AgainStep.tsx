import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import { goToStep } from "../shell/sheets.ts";
import { Choices } from "../ui/Choices.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { SkipButton, StepFoot, type StepProps } from "./StepParts.tsx";
import { ToolStep } from "./ToolStep.tsx";

const WAYS = [
  { id: "again.talk", tool: "message-someone" },
  { id: "again.work", tool: "ask-work" },
  { id: "again.week", tool: "" },
] as const;

/** What comes back a third time is not helped by more writing; other ways come first. */
export default function AgainStep({ call, next }: StepProps): JSX.Element {
  const [tool, setTool] = useState("");
  const { close } = call.members.value;
  if (tool) return <ToolStep call={call} next={next} title={t("again.title")} begin={tool} />;
  const take = (id: string) => {
    void call.keep();
    const way = WAYS.find((one) => one.id === id);
    if (way?.tool) setTool(way.tool);
    else next();
  };
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{t("again.title")}</StepHeading>
        <p class="lead">{t("again.body")}</p>
        <Choices
          legend={t("again.title")}
          look="rows"
          options={WAYS.map(({ id }) => ({ id: id as string, label: t(id) }))}
          value={WAYS.find(({ id }) => t(id) === close?.text)?.id}
          onPick={(id) => call.change({ close: { kind: "step", text: t(id as "again.talk") } })}
          onTapped={take}
        />
      </div>
      <StepFoot call={call}>
        <button type="button" class="button plain" onClick={() => goToStep("line")}>
          {t("again.write")}
        </button>
        <SkipButton onClick={next} />
      </StepFoot>
    </>
  );
}
