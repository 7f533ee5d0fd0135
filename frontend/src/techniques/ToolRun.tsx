import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useHurry } from "../entries/hurry.ts";
import type { Technique } from "../library/catalogue.ts";
import { Doing } from "./Doing.tsx";
import { Helped } from "./Helped.tsx";
import { Intro } from "./Intro.tsx";
import { Over } from "./Over.tsx";
import { openTool } from "./opening.ts";
import { DRAFT, ToolInProgress } from "./running.ts";
import "./techniques.css";

/** What a finished tool was like, for the flow it was done in. */
export type ToolLog = { technique: string; seconds: number; effect?: number };

type Props = {
  tool: Technique;
  /** The name of its draft; a flow that has a tool in it gives its own. */
  draft?: string;
  /** How big it was, where that was asked before. */
  before?: number;
  /** Begins without a word. */
  atOnce?: boolean;
  /** Within another flow there is no end of its own: that flow goes on. */
  within?: boolean;
  onDone: (log: ToolLog) => void;
};

/**
 * One tool from its beginning to "did it help?", for the inside of a `Sheet`. It keeps what was
 * done as an entry of its own, and ticks the habits that are linked to it.
 */
export function ToolRun(props: Props): JSX.Element | null {
  const [run, setRun] = useState(() => (props.atOnce ? beginNow(props) : undefined));
  useEffect(() => {
    if (run) return;
    const { draft = DRAFT, tool, before } = props;
    openTool(draft, tool, before)
      .then(setRun)
      .catch(() => setRun(ToolInProgress.begun(draft, tool, before))); // no draft to be had: from the start
  }, []);
  return run ? <Running {...props} run={run} /> : null;
}

function beginNow({ draft = DRAFT, tool, before }: Props): ToolInProgress {
  const run = ToolInProgress.begun(draft, tool, before);
  run.start(Date.now());
  return run;
}

function logOf(run: ToolInProgress): ToolLog {
  const { technique, seconds = 0, effect } = run.members.value;
  return { technique, seconds, ...(effect === undefined ? {} : { effect }) };
}

type RunningProps = Props & { run: ToolInProgress };

function Running({ run, within = false, onDone }: RunningProps): JSX.Element | null {
  useHurry(run);
  useEffect(() => () => void run.leave(Date.now()), [run]);
  const done = () => onDone(logOf(run));
  const rated = async (effect?: number) => {
    await run.conclude(effect);
    // What could not be kept is said here, and not left behind unseen.
    if (within && run.saving.value.at === "saved") done();
  };
  switch (run.step) {
    case "intro":
      return <Intro run={run} />;
    case "doing":
      return <Doing run={run} />;
    case "helped":
      return <Helped run={run} onRated={(effect) => void rated(effect)} />;
    case "over":
      return within && run.saving.value.at !== "failed" ? null : <Over run={run} onDone={done} />;
  }
}
