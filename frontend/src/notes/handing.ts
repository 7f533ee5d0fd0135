import type { OpenItem } from "../feeds/words.ts";
import { findPrivate, hide } from "../safety/hider.ts";
import { titleOf } from "./note.ts";

/** The notes of a list as plain lines, to be handed on: what may be a customer's is hidden. */
export function linesOf(notes: readonly Pick<OpenItem, "item" | "words">[]): string {
  const lines = notes.map(titleOf);
  return lines.map((line) => `– ${hide(line, findPrivate(line))}`).join("\n");
}
