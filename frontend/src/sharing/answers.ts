import type { Words } from "../feeds/words.ts";
import type { KindReply, Trigger } from "../library/catalogue.ts";

/** A line that still has a place to fill in: "{time}". */
export const hasGap = (text: string): boolean => /\{[a-z]+\}/.test(text);

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** Lines that fit this copy first: backup, its triggers, their class; then those for any. */
export function fitting(
  lines: readonly KindReply[],
  words: Words,
  triggers: ReadonlyMap<string, Trigger>,
): { first: KindReply[]; others: KindReply[] } {
  const named = textsIn(words["trigger"]);
  const classes = named.map((id) => triggers.get(id)?.safety ?? "");
  const wants = new Set<string>([...named, ...classes, "any"]);
  if (words["backup"] === true) wants.add("backup");
  if (words["bright"] !== undefined) wants.add("bright-spot");
  const order = (one: KindReply) => (one.when === "any" ? 1 : 0);
  const first = lines.filter(({ when }) => wants.has(when)).sort((a, b) => order(a) - order(b));
  return { first, others: lines.filter((line) => !first.includes(line)) };
}
