import type { OpenItem } from "../feeds/device.ts";

/** The question before a shift that asks for it. */
const PROMPT = "b-limit-line";

/** The sentence with which this person ends abuse, as it was written last; empty before there is one. */
export function limitLine(history: readonly Pick<OpenItem, "words">[]): string {
  const kept = history.find(({ words }) => {
    const { id } = (words["prompt"] ?? {}) as { id?: unknown };
    return id === PROMPT && typeof words["line"] === "string" && words["line"] !== "";
  });
  return String(kept?.words["line"] ?? "");
}
