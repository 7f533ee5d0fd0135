import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../language/calls.ts";
import type { Technique } from "../library/catalogue.ts";
import { loadTools, toolsById } from "../techniques/kit.ts";
import { lengthLabel } from "../techniques/length.ts";
import type { ToolLog } from "../techniques/ToolRun.tsx";
import { StepHeading } from "../ui/Heading.tsx";
import { late } from "../ui/late.tsx";
import { keptDraft } from "./inProgress.ts";
import { toolsFor } from "./offered.ts";
import type { Call } from "./roughCall.ts";
import { NextButton, SkipButton, StepFoot, type StepProps } from "./StepParts.tsx";

// All that a tool can be is more than the offer of one.
const ToolRun = late(() => import("../techniques/ToolRun.tsx").then((file) => file.ToolRun));

/** The draft of a tool that is done within a rough call. */
export const TOOL_DRAFT = "rough-call-tool";

type Props = StepProps & {
  title: string;
  /** Which of the tools for this call are offered at this step. */
  narrow?: (tools: Technique[], intensity: number | undefined) => Technique[];
  /** The tool to begin with, where it was chosen already. */
  begin?: string;
};

/** One tool, offered: to do now, to change for another, or to skip. */
export function ToolStep({ call, next, title, narrow, begin }: Props): JSX.Element | null {
  const [doing, setDoing] = useState(begin);
  const [left, setLeft] = useState<string>();
  useEffect(loadTools, []);
  useEffect(() => void ToolRun.preload().catch(() => undefined), []); // asked for again when it begins
  useEffect(() => {
    keptDraft(TOOL_DRAFT)
      .then((found) => setLeft(found && !found.kept.item ? String(found.words["technique"]) : ""))
      .catch(() => setLeft("")); // no draft can be read: the tool begins anew
  }, []);
  if (left === undefined) return null;
  const done = ({ technique, effect }: ToolLog) => {
    call.change({ technique, ...(effect === undefined ? {} : { effect }) });
    void call.keep();
    next();
  };
  const members = call.members.value;
  const tools = narrow?.(toolsFor(members), members.intensity) ?? [];
  const running = toolsById.value.get(doing ?? (tools.some(({ id }) => id === left) ? left : ""));
  if (running)
    return (
      <ToolRun
        key={running.id}
        tool={running}
        draft={TOOL_DRAFT}
        atOnce={running.id !== left}
        within
        {...beforeOf(members)}
        onDone={done}
      />
    );
  return <Offered call={call} next={next} title={title} tools={tools} onBegin={setDoing} />;
}

const beforeOf = ({ intensity }: Call) => (intensity === undefined ? {} : { before: intensity });

type OfferedProps = StepProps & {
  title: string;
  tools: readonly Technique[];
  onBegin: (id: string) => void;
};

function Offered({ call, next, title, tools, onBegin }: OfferedProps): JSX.Element {
  const [turn, setTurn] = useState(0);
  const tool = tools[turn % Math.max(1, tools.length)];
  return (
    <>
      <div class="sheet-body low">
        <StepHeading>{title}</StepHeading>
        {tool && <ToolCard tool={tool} />}
        {tools.length > 1 && (
          <button type="button" class="button plain" onClick={() => setTurn(turn + 1)}>
            {t("offer.other")}
          </button>
        )}
      </div>
      <StepFoot call={call}>
        <SkipButton onClick={next} />
        {tool && <NextButton onClick={() => onBegin(tool.id)} label={t("offer.start")} />}
      </StepFoot>
    </>
  );
}

function ToolCard({ tool }: { tool: Technique }): JSX.Element {
  return (
    <section class="card" role="status">
      <h2>{tool.label}</h2>
      <p class="soft">{lengthLabel(tool.duration_s)}</p>
      <p>{tool.steps[0]}</p>
    </section>
  );
}
