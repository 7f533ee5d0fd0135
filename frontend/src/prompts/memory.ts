import { changeProfile, type Passed, type Profile } from "../feeds/profile.ts";
import type { OpenItem } from "../feeds/words.ts";
import { theDevice } from "../shell/device.ts";
import { today } from "../shell/today.ts";
import { dayNumber } from "../streaks/calendar.ts";
import type { Day } from "../streaks/day.ts";
import { PASSES_BEFORE_REST, REST_DAYS, type Seen } from "./picking.ts";

// What was shown is remembered where it is kept anyway: in the entry, as its `prompt {id, answer}`.
// What was passed over is kept in the profile, as `passed {id: {on, times}}`. Both are sealed.

type Shown = { id: string; on: Day; isAnswered: boolean };

function shownIn({ day, words }: Pick<OpenItem, "day" | "words">): Shown[] {
  const { id, answer } = (words["prompt"] ?? {}) as { id?: unknown; answer?: unknown };
  const line = words["line"];
  if (typeof id !== "string" || day === undefined) return [];
  return [{ id, on: day, isAnswered: Boolean(answer || line) }];
}

function withShown(before: Seen | undefined, { on, isAnswered }: Shown): Seen {
  if (before === undefined) return { on, passes: 0 };
  if (on < before.on) return before;
  return { on, passes: isAnswered ? 0 : before.passes };
}

/** When each prompt was last seen, and how often in a row it was passed over; `except` is the entry being written. */
export function seenPrompts(
  entries: readonly Pick<OpenItem, "item" | "day" | "words">[],
  { passed = {} }: Pick<Profile, "passed">,
  except?: string,
): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const [id, { on, times }] of Object.entries(passed)) seen.set(id, { on, passes: times });
  const shown = entries.filter(({ item }) => item !== except).flatMap(shownIn);
  for (const one of shown) seen.set(one.id, withShown(seen.get(one.id), one));
  return seen;
}

/** One pass more: after a rest, or after an answer, the count begins anew. */
export function passedOnceMore(before: Seen | undefined, on: Day): Passed {
  if (before === undefined || before.passes === 0) return { on, times: 1 };
  const hasRested = dayNumber(on) - dayNumber(before.on) >= REST_DAYS;
  if (before.passes >= PASSES_BEFORE_REST && hasRested) return { on, times: 1 };
  return { on, times: before.passes + 1 };
}

/** Notes that a prompt was passed over. What cannot be noted costs nothing: it may only come again. */
export async function rememberPassed(id: string): Promise<void> {
  const device = await theDevice();
  const on = today.value;
  await changeProfile(device, (now) => {
    const before = seenPrompts(device.items("entry"), now).get(id);
    return { passed: { ...now.passed, [id]: passedOnceMore(before, on) } };
  });
}
