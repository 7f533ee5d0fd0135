/** What about a call got to somebody: the words, the tone, or what was at stake. */
import type { Words } from "../feeds/words.ts";

export type Aspect = "words" | "tone" | "stake";
export const ASPECTS: readonly Aspect[] = ["words", "tone", "stake"];

export function aspectOf(words: Words): Aspect | undefined {
  return ASPECTS.find((one) => one === words["aspect"]);
}

/** Nobody is asked what about it, where it was not okay: there is nothing to look for in it. */
export function mayAskAspect(
  triggers: readonly string[],
  safetyOf: (id: string) => unknown,
): boolean {
  return triggers.length > 0 && triggers.every((id) => safetyOf(id) === null);
}
