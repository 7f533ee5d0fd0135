import { t } from "../language/notes.ts";
import { inSpeech } from "../language/speech.ts";
import type { Local, NoteKind } from "./note.ts";

type Said = { title: string; lead: string; none: string; text: string };

/** What a list is called, and what is said in it. */
export function saidOf(kind: NoteKind): Said {
  return {
    title: t(`list-title.${kind}`),
    lead: t(`list-lead.${kind}`),
    none: t(`list-none.${kind}`),
    text: t(`list-ask.${kind}`),
  };
}

const FULL = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
  timeZone: "UTC",
} as const;
const format = inSpeech(({ region }) => new Intl.DateTimeFormat(region, FULL));

/** A day and a time on the wall, in words. */
export function whenLabel(due: Local): string {
  return format().format(new Date(`${due}:00Z`));
}

/** How long a tool takes, in words. */
export function longLabel(seconds: number): string {
  return seconds < 60
    ? t("own-tool.seconds", { n: seconds })
    : t("own-tool.minutes", { n: Math.round(seconds / 60) });
}
