import { signal } from "@preact/signals";
import { place } from "./sheets.ts";

/** A newer version waits; it is offered, and taken on a tap. */
export const updateReady = signal(false);

const HOUR_MS = 3_600_000;
const WORKER = "/sw.js";

type Policy = { createScriptURL(url: string): unknown };
type Factory = {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
};

/** The one address that may become a script: under Trusted Types a plain string is refused. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  if (!trustedTypes) return WORKER;
  const rules = {
    createScriptURL(url: string) {
      if (url !== WORKER) throw new TypeError(url);
      return url;
    },
  };
  return trustedTypes.createPolicy("aftershift", rules).createScriptURL(WORKER) as string;
}

let waiting: ServiceWorker | null = null;

/** Screens on which nothing is half done; an open sheet is. */
const CALM = ["/", "/journal"];
const isCalm = () => place.value === null && CALM.includes(location.pathname);

function offer(worker: ServiceWorker | null): void {
  if (!worker || !navigator.serviceWorker.controller) return;
  waiting = worker;
  updateReady.value = true;
}

function watch(registration: ServiceWorkerRegistration): void {
  offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed") offer(coming);
    });
  });
}

/** Installed apps are rarely reloaded, so look for a newer version when this one comes to the front. */
function lookHourly(registration: ServiceWorkerRegistration): void {
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < HOUR_MS) return;
    looked = Date.now();
    registration.update().catch(() => undefined); // offline: the next time will do
  });
}

/** Nobody looks and nothing is half written: the newer version may come by itself. */
function takeUnseen(): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && waiting !== null && isCalm()) takeUpdate();
  });
}

/** Keeps the app on this device. Without a worker it still runs, only not offline. */
export async function keepTheApp(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register(workerAddress());
  watch(registration);
  lookHourly(registration);
  takeUnseen();
}

/** Takes the waiting version: this page comes back as the new one. */
export function takeUpdate(): void {
  if (waiting?.state === "installed") {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("activate");
  } else {
    location.reload(); // another tab has taken it already
  }
}
