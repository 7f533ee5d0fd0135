import { region } from "../language/t.ts";

const MINUTE_S = 60;

const format = (unit: "second" | "minute") =>
  new Intl.NumberFormat(region, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 0,
  });
const seconds = format("second");
const minutes = format("minute");

/** How long a tool takes, as short as the language says it: "45 sec", "5 min". */
export function lengthLabel(duration: number): string {
  return duration < MINUTE_S ? seconds.format(duration) : minutes.format(duration / MINUTE_S);
}
