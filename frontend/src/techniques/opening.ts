import { type Kept, keptDraft } from "../entries/inProgress.ts";
import type { Words } from "../feeds/device.ts";
import type { Technique } from "../library/catalogue.ts";
import { hasWords } from "./answers.ts";
import { ToolInProgress, type ToolMembers } from "./running.ts";

function membersOf(words: Words): ToolMembers {
  const { v: _v, t: _t, ...members } = words;
  return members as ToolMembers;
}

/** Goes on with the tool a draft holds, or begins it. What was written in another one is kept first. */
export async function openTool(
  draft: string,
  tool: Technique,
  before?: number,
): Promise<ToolInProgress> {
  const found = await keptDraft(draft);
  if (!found) return ToolInProgress.begun(draft, tool, before);
  const members = membersOf(found.words);
  if (members.technique === tool.id) return goOn(draft, tool, members, found.kept);
  const other = { ...tool, id: members.technique };
  const left = new ToolInProgress(draft, other, members, found.kept);
  if (hasWords(members.run?.answers)) await left.conclude();
  else await left.dropDraft();
  return ToolInProgress.begun(draft, tool, before);
}

function goOn(draft: string, tool: Technique, members: ToolMembers, kept: Kept): ToolInProgress {
  // Kept as an entry already: only what came after it is missing, and it can be said anew.
  if (kept.item) return ToolInProgress.begun(draft, tool);
  const run = new ToolInProgress(draft, tool, members, kept);
  // A breath does not wait for one who went away: it begins when they say so.
  const isLost = tool.breath !== undefined && run.step === "doing";
  return isLost ? ToolInProgress.begun(draft, tool) : run;
}

/** The tool that was begun and left while its time goes on, and when that is up. */
export async function stillRunning(
  draft: string,
): Promise<{ technique: string; ends: number } | undefined> {
  const found = await keptDraft(draft);
  if (!found || found.kept.item) return undefined;
  const { technique, run } = membersOf(found.words);
  return run?.ends === undefined ? undefined : { technique, ends: run.ends };
}
