import { effect, signal } from "@preact/signals";
import { profileOf } from "../feeds/profile.ts";
import { t } from "../language/notes.ts";
import { itemsOf } from "../shell/device.ts";
import { dayRule, today } from "../shell/today.ts";
import { dueNow, type FollowUp, localOf } from "./note.ts";

const LOOK_EVERY_MS = 20_000;

const now = signal(new Date());
const reminded = new Set<string>();
let watching = false;

/** What is due by the clock on the person's wall; reading it in a component follows the clock. */
export function dueFollowUps(): FollowUp[] {
  const local = localOf(now.value, dayRule.value.zone);
  const { asked = {} } = profileOf({ items: itemsOf });
  return dueNow(itemsOf("note"), local, asked, today.value);
}

/** Looks at the clock from now on, and reminds on this phone where that was allowed. */
export function watchFollowUps(): void {
  if (watching) return;
  watching = true;
  const look = () => {
    now.value = new Date();
  };
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", look);
  effect(() => {
    for (const { item } of dueFollowUps()) void remind(item);
  });
}

/** Once for each, and never a word of it: others may see the screen. Whoever looks at the app needs none. */
async function remind(item: string): Promise<void> {
  if (reminded.has(item)) return;
  reminded.add(item);
  if (document.visibilityState === "visible" || !mayRemind()) return;
  const worker = await navigator.serviceWorker?.ready;
  await worker?.showNotification(t("due.moment"), { tag: "follow-up" });
}

export function mayRemind(): boolean {
  return "Notification" in globalThis && Notification.permission === "granted";
}

/** Asks the phone, on a tap; answers whether it may remind. */
export async function askToRemind(): Promise<boolean> {
  if (!("Notification" in globalThis)) return false;
  return (await Notification.requestPermission()) === "granted";
}
