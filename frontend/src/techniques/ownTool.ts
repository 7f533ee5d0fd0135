import { EntryInProgress, type Kept } from "../entries/inProgress.ts";
import type { Change, OpenItem, Words } from "../feeds/device.ts";
import type { ToolKind } from "../library/catalogue.ts";

/** A tool of one's own while it is being written; `steps` as they are typed, one on each line. */
export type OwnTool = {
  /** The note it is kept in, where it is there already. */
  item?: string;
  name: string;
  kind: ToolKind;
  seconds: number;
  steps: string;
};

export type OwnToolInProgress = EntryInProgress<OwnTool>;

export const OWN_DRAFT = "own-tool";
const A_MINUTE_S = 60;

export function ownToolFrom(members: OwnTool, kept: Kept = {}): OwnToolInProgress {
  return new EntryInProgress<OwnTool>(OWN_DRAFT, "own-tool", members, kept);
}

/** A new one, or the one that is kept in a note. */
export function ownToolOf(note: OpenItem | undefined): OwnToolInProgress {
  const { name, kind, seconds, steps }: Partial<Words> = note?.words ?? {};
  return ownToolFrom({
    ...(note ? { item: note.item } : {}),
    name: String(name ?? ""),
    kind: (kind ?? "mind") as ToolKind,
    seconds: Number(seconds ?? A_MINUTE_S),
    steps: Array.isArray(steps) ? steps.join("\n") : "",
  });
}

/** The note as it is to be written; what another app put there stays. */
export function noteOf(tool: OwnTool, before: OpenItem | undefined): Change {
  const lines = tool.steps.split("\n").map((line) => line.trim());
  return {
    ...(tool.item ? { item: tool.item } : {}),
    kind: "note",
    words: {
      ...before?.words,
      v: 1,
      t: "own-tool",
      name: tool.name.trim(),
      kind: tool.kind,
      seconds: tool.seconds,
      steps: lines.filter(Boolean),
    },
  };
}
