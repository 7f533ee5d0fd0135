import { signal } from "@preact/signals";
import { answerOf, type Members, orThrow } from "../http/answers.ts";
import { openHttp } from "../http/request.ts";
import { type Me, readMe } from "../http/session.ts";
import { state } from "../shell/device.ts";
import { dayRule, useDayRule } from "../shell/today.ts";
import type { DayRule } from "../streaks/day.ts";
import { takeShortDaysOff } from "./shortDays.ts";

type Settings = Partial<Pick<Me, "language" | "zone" | "day_start_hour">>;
/** Every row the server holds about me, by table, as it is. */
export type Rows = Record<string, Members[]>;

const send = openHttp();
const ME = "/api/v1/me/";

// What a new account has before anybody chose: then what this phone knows is the better answer.
const NEVER_CHOSEN = "UTC";

/** Whether the account reads what agents share; known once the account was asked. */
export const isCoach = signal(false);

/** Makes this phone and the account agree on where the person's day begins. */
export async function agreeOnDay(): Promise<void> {
  const { zone, day_start_hour, roles } = await readMe(send);
  isCoach.value = roles.includes("coach");
  if (zone !== NEVER_CHOSEN) return useDayRule({ zone, dayStartHour: day_start_hour });
  const here = dayRule.value;
  if (here.zone !== zone || here.dayStartHour !== day_start_hour) await keepDayRule(here);
}

/**
 * Keeps where the person's day begins: on this phone at once, and with the account if there is one. A
 * day that it cuts short is one off.
 */
export async function keepRule(rule: DayRule, now = new Date()): Promise<void> {
  const before = dayRule.value;
  useDayRule(rule);
  const told = state.value.account ? keepDayRule(rule) : null;
  await Promise.all([told, takeShortDaysOff(before, rule, now)]);
}

/** Keeps with the account where the person's day begins. */
export function keepDayRule({ zone, dayStartHour }: DayRule): Promise<void> {
  return changeSettings({ zone, day_start_hour: dayStartHour });
}

async function changeSettings(settings: Settings): Promise<void> {
  const reply = await send({ method: "PATCH", path: ME, body: settings });
  orThrow(answerOf(reply, () => null));
}

export async function whatTheServerKnows(): Promise<Rows> {
  return orThrow(answerOf(await send({ path: `${ME}what-you-know/` }), (body) => body as Rows));
}
