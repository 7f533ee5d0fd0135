// Keeps the app itself on the device. It never keeps an answer of the API, and it never
// replaces a running version by itself: a line may be half written.
import { freshen } from "./freshen.ts";
import { sendWaiting } from "./outbox.ts";
import { isAppPath } from "./paths.ts";

declare const self: ServiceWorkerGlobalScope;
declare const VERSION: string;
declare const SHELL: readonly string[];
declare const ASSETS: readonly string[];

const shellName = `shell-${VERSION}`;
const listKey = "/.assets-of-this-version";

async function keepShell(): Promise<void> {
  const cache = await caches.open(shellName);
  await cache.addAll(SHELL.map((path) => new Request(path, { cache: "reload" })));
  await cache.put(listKey, new Response(JSON.stringify(ASSETS)));
}

async function keepAssets(): Promise<void> {
  const cache = await caches.open("assets");
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await cache.addAll(ASSETS.filter((path) => !kept.has(path)));
}

async function assetsOf(shell: string): Promise<readonly string[]> {
  const list = await (await caches.open(shell)).match(listKey);
  return list ? ((await list.json()) as string[]) : [];
}

/** Drops older shells, and assets that neither this version nor the one before it names. */
async function dropOld(): Promise<void> {
  const older = (await caches.keys()).filter((name) => /^shell-/.test(name) && name !== shellName);
  const named = new Set([ASSETS, ...(await Promise.all(older.map(assetsOf)))].flat());
  const assets = await caches.open("assets");
  const unnamed = (await assets.keys()).filter(({ url }) => !named.has(new URL(url).pathname));
  await Promise.all(unnamed.map((request) => assets.delete(request)));
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function keptOr(request: Request, key: string, cacheName: string): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(key, { ignoreVary: true });
  return kept ?? fetch(request);
}

async function freshenShell(): Promise<void> {
  const shell = await caches.open(shellName);
  await freshen(shell, (...ask) => fetch(...ask), Date.now()).catch(() => undefined); // the next time
}

const opensApp = ({ mode, url }: Request) =>
  mode === "navigate" && isAppPath(new URL(url).pathname);

function answer(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return undefined;
  if (pathname.startsWith("/assets/")) return keptOr(request, pathname, "assets");
  if (SHELL.includes(pathname)) return keptOr(request, pathname, shellName);
  if (opensApp(request)) return keptOr(request, "/", shellName);
  return undefined;
}

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([keepShell(), keepAssets()]));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const response = answer(event.request);
  if (response === undefined) return;
  event.respondWith(response);
  if (opensApp(event.request)) event.waitUntil(freshenShell());
});

self.addEventListener("message", (event) => {
  if (event.data === "activate") event.waitUntil(self.skipWaiting());
});

// Only some browsers wake a worker when the connection is back; elsewhere the next page sends.
self.addEventListener("sync", (event) => {
  (event as ExtendableEvent).waitUntil(sendWaiting());
});
