// A second tab writes in the very moment in which the first one lets go of the store they share.
import { afterEach, beforeEach, expect, test } from "vitest";
import { StorageTrouble } from "../errors.ts";
import type { Device } from "../feeds/device.ts";
import {
  type Browser,
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  signedUp,
  storeOf,
  WORDS,
} from "../feeds/modelBrowser.ts";
import { ModelServer, requestLost } from "../feeds/modelServer.ts";
import { diskRegistry, type Registry } from "../storage/registry.ts";
import type { Store } from "../storage/store.ts";

let server: ModelServer;
beforeEach(() => {
  server = new ModelServer();
});
afterEach(closeAll);

type When = "once it was read" | "before it is deleted";
const WHEN: When[] = ["once it was read", "before it is deleted"];

type Work = () => Promise<unknown>;

const onlyLooked: Work = async () => undefined;

/**
 * A tab in which something is done, one thing each time, when a store that is no longer the current one, or has no
 * keys any more, was just read; or when it is about to be deleted.
 */
async function tabIn(at: Browser, when: When) {
  globalThis.indexedDB = at.disk;
  const disk = diskRegistry();
  let works: Work[] = [];
  const now = async () => void (await works.shift()?.());
  const isLeft = async (store: Store) =>
    (await disk.read()).current !== store.name || (await store.meta()).device === null;
  const registry: Registry = {
    ...disk,
    open: (name) => {
      const store = disk.open(name);
      if (when !== "once it was read") return store;
      const read =
        <T>(look: () => Promise<T>) =>
        async () => {
          const found = await look();
          if (await isLeft(store)) await now();
          return found;
        };
      return { ...store, all: read(store.all), countUnsent: read(store.countUnsent) };
    },
    remove: async (name) => {
      if (when === "before it is deleted") await now();
      await disk.remove(name);
    },
  };
  const tab = await open(server, { ...at, parts: { ...at.parts, registry } });
  const arm = (...meanwhile: Work[]) => {
    works = meanwhile;
  };
  return { tab, arm };
}

/** What the second tab was told, and whether anybody can find it afterwards. */
function writingIn(tab: Device) {
  const told: string[] = [];
  const write = async () => {
    const saved = tab.save({ kind: "entry", words: { ...WORDS, text: "in the second tab" } });
    await saved.then(
      () => told.push("saved"),
      ({ code }) => told.push(code),
    );
  };
  return { told, write };
}

test.each(WHEN)("while a store is taken over by an account: %s", async (when) => {
  const { code } = await signedUp(server);
  const at = browserOf(server);
  const { tab: first, arm } = await tabIn(at, when);
  const { told, write } = writingIn(await open(server, at));
  await first.signIn(EMAIL, PASSWORD);
  // The first look only decides whether there is anything but settings.
  arm(...(when === "once it was read" ? [onlyLooked, write] : [write]));
  await first.unlock(code);
  expect(told).toHaveLength(1);
  const texts = first.items("entry").map(({ words }) => words["text"]);
  expect(texts).toEqual(told[0] === "saved" ? ["in the second tab"] : []);
});

test("what the second tab wrote and deleted again, while a store is taken over, brings no words along", async () => {
  const { code } = await signedUp(server);
  const at = browserOf(server);
  const { tab: first, arm } = await tabIn(at, "once it was read");
  const second = await open(server, at);
  await first.signIn(EMAIL, PASSWORD);
  let item = "";
  const save = async () => {
    ({ item } = await second.save({ kind: "entry", words: WORDS }));
  };
  arm(save, async () => {
    server.faults = Array.from({ length: 40 }, () => requestLost); // nothing is read back from there meanwhile
    await second.remove(item, "forget");
  });
  await first.unlock(code);
  const words = (await (await storeOf(at)).rowsOf(item)).filter(({ del }) => del === "no");
  expect(words).toMatchObject([{ body: null, slot: null }]);
  server.faults = [];
  await first.sync();
  expect(first.state).toMatchObject({ unsent: 0, attention: [], alarms: [] });
});

test.each(WHEN)("while a store is left that the server has all of: %s", async (when) => {
  const at = browserOf(server);
  const { tab: first, arm } = await tabIn(at, when);
  const { recoveryCode } = await first.signUp(EMAIL, PASSWORD);
  await first.sync();
  const second = await open(server, at);
  server.faults = Array.from({ length: 40 }, () => requestLost);
  const { told, write } = writingIn(second);
  arm(write);
  await first.signOut();
  expect(told).toHaveLength(1);
  server.faults = [];
  await first.signIn(EMAIL, PASSWORD);
  await first.unlock(recoveryCode);
  const texts = first.items("entry").map(({ words }) => words["text"]);
  expect(texts).toEqual(told[0] === "saved" ? ["in the second tab"] : []);
});

/** The page is gone before what it has let go of is deleted; the person comes back. */
async function goneWhile(at: Browser, letGo: (device: Device) => Promise<void>): Promise<Device> {
  const { tab, arm } = await tabIn(at, "before it is deleted");
  arm(() => Promise.reject(new StorageTrouble("storage-broken")));
  await expect(letGo(tab)).rejects.toMatchObject({ code: "storage-broken" });
  await tab.close();
  return open(server, at);
}

test("a store that was left and not deleted takes what its owner writes there again", async () => {
  const { code, at, device } = await signedUp(server);
  await device.save({ kind: "entry", words: WORDS });
  await device.sync();
  await device.close();
  const again = await goneWhile(at, (tab) => tab.signOut());
  await again.signIn(EMAIL, PASSWORD);
  await again.unlock(code);
  await again.save({ kind: "entry", words: { ...WORDS, text: "later" } });
  await again.sync();
  expect(again.items("entry")).toHaveLength(2);
  expect(again.state).toMatchObject({ unsent: 0, attention: [], alarms: [] });
});

/** What was written before signing in is the account's, and the store it came from is still there. */
async function takenOverHalfWay(): Promise<Device> {
  const { code } = await signedUp(server);
  const at = browserOf(server);
  const before = await open(server, at);
  await before.save({ kind: "entry", words: WORDS });
  await before.signIn(EMAIL, PASSWORD);
  await before.unlock(code);
  await before.close();
  return goneWhile(at, (tab) => tab.adopt(true));
}

test("a store that was taken over and not deleted is offered, and taken over, once more", async () => {
  const again = await takenOverHalfWay();
  expect(again.state.writtenBefore).toBe(1);
  await again.adopt(true);
  await again.sync();
  expect(again.items("entry")).toHaveLength(1);
  expect(again.state).toMatchObject({ writtenBefore: 0, unsent: 0, attention: [], alarms: [] });
  await again.signOut();
  await again.save({ kind: "entry", words: { ...WORDS, text: "nobody's" } });
  expect(again.items("entry")).toHaveLength(1);
});

test("what was taken over and not deleted takes what is written there once nobody is signed in", async () => {
  const again = await takenOverHalfWay();
  await again.signOut();
  await again.save({ kind: "entry", words: { ...WORDS, text: "nobody's" } });
  expect(again.items("entry")).toHaveLength(2);
});
