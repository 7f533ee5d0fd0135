import { inSpeech } from "../language/speech.ts";

const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  inSpeech(({ region }) => new Intl.DateTimeFormat(region, { ...options, timeZone: "UTC" }));
const day = dateFormat({ day: "numeric", month: "short" });
const weekday = dateFormat({ weekday: "long" });
const DAY_MS = 86_400_000;

/** "21 Dec": the day on which something ends; seconds. */
export const untilLabel = (untilS: number): string => day().format(untilS * 1000);

/** "on Tuesday" for the last week, and the date before that. */
export function onLabel(on: string, today: string): string {
  const at = Date.parse(`${on}T12:00:00Z`);
  const isLately = Date.parse(`${today}T12:00:00Z`) - at < 6 * DAY_MS;
  return (isLately ? weekday() : day()).format(at);
}
