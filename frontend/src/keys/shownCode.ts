import { signal } from "@preact/signals";

/** The recovery code while it is on the screen; it lives in memory only, and goes with the page. */
export const shownCode = signal<string | null>(null);

/** Where to go once the code was looked at: signing out asks for it first. */
export const afterCode = signal("");

export function showCode(code: string): void {
  shownCode.value = code;
}

/** The code has been seen; returns where to go on. */
export function leaveCode(otherwise: string): string {
  const next = afterCode.value || otherwise;
  hideCode();
  return next;
}

export function hideCode(): void {
  shownCode.value = null;
  afterCode.value = "";
}

const GROUP = 4;
const FORGIVEN: Record<string, string> = { O: "0", I: "1", L: "1" };

/** What was typed, as the code writes it: no spaces or dashes, capitals, O and 0 the same. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/[OIL]/g, (sign) => FORGIVEN[sign] ?? sign);
}

/** The code in its groups of four. */
export function groupsOf(code: string): string[] {
  return plainCode(code).match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
}
