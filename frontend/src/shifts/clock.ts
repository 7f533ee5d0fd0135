import { profile } from "../habits/settings.ts";
import { shiftTimesIn } from "../people/shift.ts";
import { hour } from "../shell/look.ts";
import { dayRule } from "../shell/today.ts";
import type { Clock } from "./around.ts";

/** The time it is for this person, with the shift times they told. */
export const clockNow = (): Clock => ({
  now: new Date(),
  times: shiftTimesIn(profile.value),
  rule: dayRule.value,
  hour: hour.value,
});
