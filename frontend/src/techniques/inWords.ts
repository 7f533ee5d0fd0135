import { FIELDS } from "./answers.ts";

const OWN_WAYS = [
  "name-it",
  "friend-voice",
  "light-line",
  "proof-file",
  "message-someone",
  "ask-for-backup",
  "thank-someone",
] as const;

export type OwnWay = (typeof OWN_WAYS)[number];

/** Whether a tool is done in words, at one's own pace; every other one is its steps and its time. */
export function isDoneInWords(id: string): boolean {
  return id in FIELDS || OWN_WAYS.some((way) => way === id);
}
