import { computed, effect } from "@preact/signals";
import { state } from "./device.ts";

type Registration = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

const waitsOffline = computed(
  () => state.value.account !== null && state.value.unsent > 0 && state.value.sync === "offline",
);

async function ask(): Promise<void> {
  const registration: Registration = await navigator.serviceWorker.ready;
  await registration.sync?.register("outbox");
}

/** Asks the browser to wake the worker when the connection is back, should this page be gone by then. */
export function sendInBackground(): () => void {
  return effect(() => {
    if (waitsOffline.value && "serviceWorker" in navigator) {
      ask().catch(() => undefined); // not here, or not allowed: the next page sends
    }
  });
}
