import { listLabel } from "../language/dates.ts";
import { t } from "../language/sharing.ts";
import { onLabel, untilLabel } from "./dates.ts";
import type { Standing } from "./standing.ts";

/** "A copy: Sam until 21 Dec, opened Tuesday · twice". */
export function standLabel(one: Standing, today: string): string {
  const { stand, name, until, ended } = one;
  const day = ended === undefined ? untilLabel(until) : onLabel(ended, today);
  if (stand !== "out") return t(`stand.${stand}`, { name, day });
  return listLabel([t("stand.out", { name, day }), openedLabel(one, today)]);
}

/** How often it was opened, and when last. */
export function openedLabel({ opened }: Standing, today: string): string {
  const last = opened.at(-1);
  if (last === undefined) return t("stand.not-opened");
  const day = onLabel(last, today);
  if (opened.length === 1) return t("stand.opened", { day });
  if (opened.length === 2) return t("stand.opened-twice", { day });
  return t("stand.opened-often", { day, n: opened.length });
}

const REFUSED = [
  "consent-forged",
  "consent-expired",
  "not-paired",
  "key-changed",
  "lead-of-own-team",
] as const;

export function refusedLabel(code: string): string {
  const known = REFUSED.find((one) => one === code);
  return t(`refused.${known ?? "other"}`);
}
