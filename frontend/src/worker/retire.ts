// The way out, should a worker ever do harm: built as /sw.js by AFTERSHIFT_WORKER=retire, it removes
// every kept file and itself. What people wrote lies in IndexedDB and is not touched.
declare const self: ServiceWorkerGlobalScope;

async function retire(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: "window" });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(retire()));

export {};
