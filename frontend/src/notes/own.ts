import type { OpenItem } from "../feeds/words.ts";
import type { Phase, Technique, ToolKind, Trigger } from "../library/catalogue.ts";
import { itemsOf } from "../shell/device.ts";

const KINDS: readonly string[] = ["breath", "body", "mind", "social", "break"] satisfies ToolKind[];
const PHASES: readonly Phase[] = ["before-shift", "right-after", "after-shift", "weekly-review"];
const A_MINUTE = 60;

const idOf = ({ item }: OpenItem) => `custom-${item}`;
const nameOf = ({ words }: OpenItem) => (typeof words["name"] === "string" ? words["name"] : "");
const named = (t: string) =>
  itemsOf("note")
    .filter((note) => note.words.t === t && nameOf(note).trim() !== "")
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));

/** The person's own triggers, as the library's are shaped; reading them in a component follows them. */
export function ownTriggers(): Trigger[] {
  return named("own-trigger").map((note) => ({
    id: idOf(note),
    group: String(note.words["group"] ?? ""),
    label: nameOf(note),
    description: "",
    safety: note.words["safety"] === "not-okay" ? "not-okay" : null,
  }));
}

/** The person's own tools, as the library's are shaped; reading them in a component follows them. */
export function ownTools(): Technique[] {
  return named("own-tool").map((note) => {
    const { seconds, steps, kind } = note.words;
    return {
      id: idOf(note),
      label: nameOf(note),
      kind: KINDS.includes(String(kind)) ? (kind as ToolKind) : "mind",
      duration_s: typeof seconds === "number" && seconds > 0 ? seconds : A_MINUTE,
      steps: Array.isArray(steps) ? steps.filter((step) => typeof step === "string") : [],
      intensity: { min: 1, max: 5 },
      phases: PHASES,
    };
  });
}
