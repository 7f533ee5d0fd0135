import { signal } from "@preact/signals";
import { JournalTrouble } from "../errors.ts";

/** The address a code was sent to, as long as the page lives. */
export const confirming = signal("");

/** Null where the server wants the code from its mail first; any other trouble is thrown on. */
export function unlessMailed(trouble: unknown, email: string): null {
  if (!(trouble instanceof JournalTrouble) || trouble.code !== "confirm-email") throw trouble;
  confirming.value = email;
  return null;
}
