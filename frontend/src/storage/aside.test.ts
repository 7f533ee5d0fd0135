// A page that WebKit puts aside keeps no transaction open, not even that of the first opening: until it is
// shown again nobody hears of it, and others read and write.
import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import type { Sealed } from "../crypto/ck1/brands.ts";
import { newId } from "../crypto/ids.ts";
import { diskStore } from "./disk.ts";
import { openRegistry } from "./registry.ts";

const page = vi.hoisted(() => {
  const target = new EventTarget();
  vi.stubGlobal("addEventListener", target.addEventListener.bind(target));
  return target;
});
const { open } = IDBFactory.prototype;
const { put } = IDBObjectStore.prototype;
const TOKEN = "aaaa.bbbb.cccc" as Sealed;
const A_WHILE_MS = 60_000;

afterEach(() => {
  show();
  IDBFactory.prototype.open = open;
  IDBObjectStore.prototype.put = put;
  vi.useRealTimers();
});

function putAside(): void {
  page.dispatchEvent(Object.assign(new Event("pagehide"), { persisted: true }));
}
const show = () => page.dispatchEvent(new Event("pageshow"));

/** Calls this at every opening. */
function atOpening(look: (opening: IDBOpenDBRequest) => void): void {
  IDBFactory.prototype.open = function (...asked) {
    const opening = open.apply(this, asked);
    look(opening);
    return opening;
  };
}

/** Whether it has been said by now. */
async function isSaid(words: Promise<unknown>): Promise<boolean> {
  const said = vi.fn();
  words.then(said, said);
  await new Promise((resolve) => setTimeout(resolve, 20));
  return said.mock.calls.length > 0;
}

test("the first opening is undone, and done when the page is shown again", async () => {
  const ends: string[] = [];
  atOpening((opening) => {
    opening.addEventListener("upgradeneeded", () => {
      if (ends.length === 0) queueMicrotask(putAside);
    });
    for (const end of ["success", "error"]) opening.addEventListener(end, () => ends.push(end));
  });
  const reading = diskStore(newId()).all();
  await vi.waitFor(() => expect(ends).toEqual(["error"]));
  expect(await isSaid(reading)).toBe(false);
  show();
  expect(await reading).toEqual([]);
});

test("a write is undone, and whole when the page is shown again", async () => {
  const [name, written] = [newId(), vi.fn()];
  const [here, there] = [diskStore(name), diskStore(name)];
  await here.draftKeys();
  IDBObjectStore.prototype.put = function (...asked) {
    if (written.mock.calls.length === 0) putAside();
    written();
    return put.apply(this, asked);
  };
  const writing = here.putDraft("call", TOKEN);
  expect(await isSaid(writing)).toBe(false);
  show();
  await writing;
  expect([await there.draft("call"), written.mock.calls.length]).toEqual([TOKEN, 2]);
});

test("a disk that does not open is no disk, but no time passes for a page that is put aside", async () => {
  vi.useFakeTimers();
  let never = 2;
  const silent = Object.create(IDBOpenDBRequest.prototype, {
    addEventListener: { value: vi.fn() },
  });
  IDBFactory.prototype.open = function (...asked) {
    never -= 1;
    return never < 0 ? open.apply(this, asked) : silent;
  };
  const [early, late] = [diskStore(newId()).all(), vi.fn()];
  early.then(late, late);
  await vi.waitUntil(() => never === 1);
  putAside();
  await vi.advanceTimersByTimeAsync(A_WHILE_MS);
  expect(late).not.toHaveBeenCalled();
  show();
  const opening = openRegistry({ make: vi.fn(), works: vi.fn() });
  await vi.advanceTimersByTimeAsync(A_WHILE_MS);
  expect((await opening).kind).toBe("memory");
});
