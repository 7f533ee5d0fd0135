// Browsers of their own in one process: whatever is done for one, at once or long after, finds that one's disk.
import { AsyncLocalStorage } from "node:async_hooks";
import { IDBFactory } from "fake-indexeddb";

const here = new AsyncLocalStorage<IDBFactory>();
const first = new IDBFactory();

Object.defineProperty(globalThis, "indexedDB", {
  configurable: true,
  get: () => here.getStore() ?? first,
  set: (disk: IDBFactory) => here.enterWith(disk),
});
