// Browsers for tests: each with a disk and a session of its own, opened against a model server.
import "fake-indexeddb/auto";
import "./ownDisks.ts";
import { IDBFactory } from "fake-indexeddb";
import { deviceKeyWorks, newDeviceKey } from "../crypto/ck1/root.ts";
import type { Send } from "../http/request.ts";
import { diskRegistry, openRegistry } from "../storage/registry.ts";
import type { Store } from "../storage/store.ts";
import { type Device, openDevice } from "./device.ts";
import type { Parts } from "./journal.ts";
import type { Fault, ModelServer } from "./modelServer.ts";

export type Browser = { disk: IDBFactory; send: Send; parts: Partial<Parts> };

export const EMAIL = "ana@example.org";
export const PASSWORD = "a long password";
export const WORDS = { v: 1, t: "check-in", mood: 4, text: "quiet night" } as const;

const opened: Device[] = [];

export function browserOf(server: ModelServer, parts: Partial<Parts> = {}): Browser {
  return { disk: new IDBFactory(), send: server.browser(), parts };
}

/** Opens the app in a browser; opened twice, it finds what it left there. `closeAll` closes it. */
export async function open(server: ModelServer, at = browserOf(server)): Promise<Device> {
  const device = await openIn(server, at);
  opened.push(device);
  return device;
}

/** As `open`, for who closes it himself. */
export async function openIn(server: ModelServer, at: Browser): Promise<Device> {
  globalThis.indexedDB = at.disk;
  const registry = await openRegistry({ make: newDeviceKey, works: deviceKeyWorks });
  const own = { registry, send: at.send, now: () => server.now, build: "1" };
  return openDevice({ ...own, ...at.parts });
}

export async function signedUp(server: ModelServer, at = browserOf(server)) {
  const device = await open(server, at);
  const { recoveryCode } = await device.signUp(EMAIL, PASSWORD);
  await device.sync();
  return { device, code: recoveryCode, at };
}

export async function secondDevice(server: ModelServer, code: string): Promise<Device> {
  const device = await open(server);
  await device.signIn(EMAIL, PASSWORD);
  await device.unlock(code);
  await device.sync();
  return device;
}

/** The rows behind a device, to look at and to break. */
export async function storeOf(at: Browser): Promise<Store> {
  globalThis.indexedDB = at.disk;
  const registry = diskRegistry();
  const { current } = await registry.read();
  return registry.open(current ?? "");
}

export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((device) => device.close()));
}

/** A signed-up device whose pushes meet the fault as often as they come, while there is one. */
export async function withPushFault(server: ModelServer, fault: { now: Fault | null }) {
  const at = browserOf(server);
  const send: Send = (ask) => {
    const isPush = ask.path.endsWith("/push/");
    return isPush && fault.now ? fault.now(ask, () => at.send(ask)) : at.send(ask);
  };
  return signedUp(server, { ...at, send });
}
