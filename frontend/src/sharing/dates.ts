import { region } from "../language/t.ts";

const day = new Intl.DateTimeFormat(region, { day: "numeric", month: "short", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat(region, { weekday: "long", timeZone: "UTC" });
const DAY_MS = 86_400_000;

/** "21 Dec": the day on which something ends; seconds. */
export const untilLabel = (untilS: number): string => day.format(untilS * 1000);

/** "on Tuesday" for the last week, and the date before that. */
export function onLabel(on: string, today: string): string {
  const at = Date.parse(`${on}T12:00:00Z`);
  const isLately = Date.parse(`${today}T12:00:00Z`) - at < 6 * DAY_MS;
  return (isLately ? weekday : day).format(at);
}
