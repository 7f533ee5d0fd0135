import { signal } from "@preact/signals";

export type SheetName =
  | "after-shift"
  | "before-shift"
  | "drill"
  | "goal"
  | "journal"
  | "look-back"
  | "notes"
  | "rough-call"
  | "something-good"
  | "check-in"
  | "whole-shift"
  | "breathe"
  | "fact-notes"
  | "sharing"
  | "trusted-person"
  | "tool"
  | "week";
/**
 * Where in a sheet: `about` is what it was opened for, `depth` counts the steps that *back* walks
 * through, `below` those of the sheets it lies upon.
 */
export type Place = {
  sheet: SheetName;
  about?: string;
  step: string;
  depth: number;
  below?: number;
};

/**
 * The open sheet and its step. They live in the history's state and never in the address: the
 * address of a page reaches the server, and it must not tell a rough call from something good.
 */
export const place = signal<Place | null>(null);

const fromHistory = (): Place | null => (history.state as { place?: Place } | null)?.place ?? null;

function push(next: Place): void {
  history.pushState({ place: next }, "");
  place.value = next;
}

/** Opens a sheet, for the item or the thing of the library that `about` names. */
export function openSheet(sheet: SheetName, about?: string): void {
  push({ sheet, ...(about === undefined ? {} : { about }), step: "", depth: 1 });
}

/** Lays another sheet upon this one; closing it, or *back*, returns to where one was. */
export function goToSheet(sheet: SheetName, about: string): void {
  const below = place.value?.depth ?? 0;
  push({ sheet, about, step: "", depth: below + 1, below });
}

/** Goes from a sheet that is done to another; closing that one closes both. */
export function leaveForSheet(sheet: SheetName, about: string): void {
  const { depth = 0 } = place.value ?? {};
  push({ sheet, about, step: "", depth: depth + 1 });
}

/** Goes on to a step; the browser's *back* returns to the one before. */
export function goToStep(step: string): void {
  const now = place.value;
  if (now && now.step !== step) push({ ...now, step, depth: now.depth + 1 });
}

/** Names the step one stands on, without adding one to go back through. */
export function beAtStep(step: string): void {
  const now = place.value;
  if (!now || now.step === step) return; // while somebody goes back fast, what need not be written is not
  place.value = { ...now, step };
  history.replaceState({ place: place.value }, "");
}

export function closeSheet(): void {
  const { depth = 0, below = 0 } = place.value ?? {};
  if (below === 0) place.value = null;
  if (depth > 0) history.go(below - depth);
}

/** What the shortcuts on a home screen open. They name it behind a `#`, which never leaves the phone. */
const SHORTCUTS: Record<string, SheetName> = { "#rough-call": "rough-call", "#breathe": "breathe" };

export function watchHistory(): void {
  const look = () => {
    place.value = fromHistory();
    const sheet = SHORTCUTS[location.hash];
    if (!sheet) return;
    history.replaceState(null, "", location.pathname);
    openSheet(sheet);
  };
  look();
  addEventListener("popstate", look);
}
