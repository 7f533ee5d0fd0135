import { inSpeech } from "../language/speech.ts";

const MINUTE_S = 60;

const format = (unit: "second" | "minute") =>
  inSpeech(
    ({ region }) =>
      new Intl.NumberFormat(region, {
        style: "unit",
        unit,
        unitDisplay: "short",
        maximumFractionDigits: 0,
      }),
  );
const seconds = format("second");
const minutes = format("minute");

/** How long a tool takes, as short as the language says it: "45 secs", "90 secs", "5 mins". */
export function lengthLabel(duration: number): string {
  const isShort = duration < 2 * MINUTE_S && duration % MINUTE_S !== 0;
  return isShort ? seconds().format(duration) : minutes().format(duration / MINUTE_S);
}
