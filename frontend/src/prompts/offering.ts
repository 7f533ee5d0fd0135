import { useEffect, useState } from "preact/hooks";
import { JournalTrouble } from "../errors.ts";
import { profileOf } from "../feeds/profile.ts";
import { type Phase, type Prompt, promptFile, triggerFile } from "../library/catalogue.ts";
import { ownTriggers } from "../notes/own.ts";
import { entries, itemsOf } from "../shell/device.ts";
import { hour } from "../shell/look.ts";
import { today } from "../shell/today.ts";
import { effectsOf } from "../techniques/effects.ts";
import { rememberPassed, seenPrompts } from "./memory.ts";
import { minutesSinceNaming } from "./naming.ts";
import { pick, type Situation } from "./picking.ts";

/** What a flow says of itself when it wants a prompt. */
export type Wanted = {
  /** The entry's id: the same one is offered the same prompts. */
  item: string;
  phase: Phase;
  triggers: readonly string[];
  intensity?: number | undefined;
  /** A feeling has just been named in this entry. */
  justNamed?: boolean;
  /** Nothing comes after it, so it has to end forward. */
  isLast?: boolean;
  /** Prompts the flow asks by itself. */
  except?: readonly string[];
};

const prompts = () => promptFile.read.value?.prompts ?? [];

/** How each trigger is to be treated, the person's own among them. */
function safety(): Map<string, "not-okay" | "get-help" | null> {
  const all = [...(triggerFile.read.value?.triggers ?? []), ...ownTriggers()];
  return new Map(all.map((one) => [one.id, one.safety]));
}

function situationOf(wanted: Wanted): Situation {
  const profile = profileOf({ items: itemsOf });
  const kept = entries.value;
  const helped = [...effectsOf(kept)].filter(([, { mean }]) => mean > 0).map(([id]) => id);
  const { item, phase, triggers, intensity, justNamed, isLast = false } = wanted;
  return {
    ...{ item, phase, triggers, intensity, isLast },
    day: today.value,
    atNight: hour.value === "night",
    minutesSinceNaming: minutesSinceNaming(kept, new Date(), justNamed),
    seen: seenPrompts(kept, profile, item),
    helped: new Set(helped),
    dropped: new Set(droppedIn(profile)),
  };
}

function droppedIn({ dropped_tools: dropped }: { [member: string]: unknown }): string[] {
  return Array.isArray(dropped) ? dropped.map(String) : [];
}

/** The prompt to offer now, or "tool" to offer a tool instead; nothing while the library is not here. */
export function offer(wanted: Wanted, passed: readonly string[] = []): Prompt | "tool" | undefined {
  if (!promptFile.read.value || !triggerFile.read.value) return undefined;
  const left = prompts().filter(({ id }) => !wanted.except?.includes(id));
  return pick({ prompts: left, safety: safety() }, situationOf(wanted), passed);
}

type Offer = { offered: Prompt | "tool" | undefined; another: () => void };

/** An offer that goes on to *another one*, remembering what was passed over. */
export function useOffer(wanted: Wanted): Offer {
  const [passed, setPassed] = useState<string[]>([]);
  useEffect(() => {
    promptFile.load();
    triggerFile.load();
  }, []);
  const offered = offer(wanted, passed);
  const another = () => {
    if (offered === undefined || offered === "tool") return;
    setPassed([...passed, offered.id]);
    void noted(offered.id);
  };
  return { offered, another };
}

/** Notes a pass; what the disk does not take may only come again sooner. */
export async function noted(id: string): Promise<void> {
  try {
    await rememberPassed(id);
  } catch (trouble) {
    if (!(trouble instanceof JournalTrouble)) throw trouble;
  }
}
