import { type DBSchema, openDB } from "idb";
import { newId } from "../crypto/ids.ts";
import { undoneAside } from "./aside.ts";
import { begun, connectionTo, reads, whole } from "./connection.ts";
import { deleteStore, diskStore } from "./disk.ts";
import { memoryStore } from "./memory.ts";
import type { Store } from "./store.ts";

/** A local store that lies on this device: whose it is, and who has said it is not theirs. */
export type Place = { name: string; account: string | null; declinedBy: string[] };
export type Places = {
  places: Place[];
  /** The store this device writes to. */
  current: string | null;
  /** Signed out here, and the server has not been told yet. */
  leaving: boolean;
};
export type PlacesChange = { put?: Place[]; drop?: string[]; current?: string; leaving?: boolean };

/** Which local stores there are. The first thing read at start. */
export interface Registry {
  readonly kind: "disk" | "memory";
  read(): Promise<Places>;
  write(change: PlacesChange): Promise<void>;
  open(name: string): Store;
  remove(name: string): Promise<void>;
}

/** Makes a key to try the disk with, and says whether one that was read back still works. */
export type KeyProbe = { make(): Promise<CryptoKey>; works(key: unknown): Promise<boolean> };

interface Schema extends DBSchema {
  places: { key: string; value: Place };
  facts: { key: string; value: unknown };
}
const NAME = "aftershift";
const STRICT = { durability: "strict" } as const;

export function newPlace(account: string | null): Place {
  return { name: `${NAME}-${newId()}`, account, declinedBy: [] };
}

/** The disk where it can keep keys (it is tried), else memory. */
export async function openRegistry(probe: KeyProbe): Promise<Registry> {
  try {
    const disk = diskRegistry();
    return (await disk.keepsKeys(probe)) ? disk : memoryRegistry();
  } catch {
    return memoryRegistry(); // a private window: the person is told by the registry's kind
  }
}

function openPlaces(ended: () => void) {
  return openDB<Schema>(NAME, 1, {
    upgrade(db, _before, _after, tx) {
      undoneAside(tx);
      db.createObjectStore("places", { keyPath: "name" });
      db.createObjectStore("facts");
    },
    blocking: ended,
    terminated: ended,
  });
}

/** Whether there is anything of ours on the disk; asking does not make it. */
export async function hasRegistry(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

/** The disk, without trying whether it keeps keys: for who needs none. */
export function diskRegistry(): Registry & { keepsKeys(probe: KeyProbe): Promise<boolean> } {
  const { run, look } = connectionTo<Schema>(openPlaces);
  const stores = new Map<string, Store>();
  return {
    kind: "disk",
    open: (name) => {
      const store = stores.get(name) ?? diskStore(name);
      stores.set(name, store);
      return store;
    },
    remove: async (name) => {
      stores.get(name)?.close();
      stores.delete(name);
      await deleteStore(name);
    },
    keepsKeys: async (probe) => {
      const key = await probe.make();
      await run((db) => {
        const tx = db.transaction("facts", "readwrite");
        return whole(tx, () => begun(tx, [() => tx.store.put(key, "probe")]));
      });
      return probe.works(await look("facts", (facts) => facts.get("probe")));
    },
    read: () =>
      run(async (db) => {
        const tx = db.transaction(["places", "facts"]);
        reads(tx);
        const facts = tx.objectStore("facts");
        return asPlaces(
          await tx.objectStore("places").getAll(),
          await facts.get("current"),
          await facts.get("leaving"),
        );
      }),
    write: ({ put = [], drop = [], current, leaving }) =>
      run((db) => {
        const tx = db.transaction(["places", "facts"], "readwrite", STRICT);
        const [places, facts] = [tx.objectStore("places"), tx.objectStore("facts")];
        const writes = [
          ...drop.map((name) => () => places.delete(name)),
          ...put.map((place) => () => places.put(place)),
          ...(current === undefined ? [] : [() => facts.put(current, "current")]),
          ...(leaving === undefined ? [] : [() => facts.put(leaving, "leaving")]),
        ];
        return whole(tx, () => begun(tx, writes));
      }),
  };
}

function asPlaces(places: Place[], current: unknown, leaving: unknown): Places {
  return {
    places,
    current: typeof current === "string" ? current : null,
    leaving: leaving === true,
  };
}

export function memoryRegistry(): Registry {
  const places = new Map<string, Place>();
  const stores = new Map<string, Store>();
  let [now, isLeaving]: [string | null, boolean] = [null, false];
  return {
    kind: "memory",
    read: async () => ({ places: [...places.values()], current: now, leaving: isLeaving }),
    write: async ({ put = [], drop = [], current = now, leaving = isLeaving }) => {
      for (const name of drop) places.delete(name);
      for (const place of put) places.set(place.name, place);
      [now, isLeaving] = [current, leaving];
    },
    open: (name) => {
      const store = stores.get(name) ?? memoryStore(name);
      stores.set(name, store);
      return store;
    },
    remove: async (name) => {
      stores.delete(name);
    },
  };
}
