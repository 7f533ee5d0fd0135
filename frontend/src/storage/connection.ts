import type { IDBPDatabase, IDBPObjectStore, StoreNames } from "idb";
import { StorageTrouble } from "../errors.ts";
import { onAside, undo, undoneAside, whenShown } from "./aside.ts";

/** Far longer than any disk takes that works. */
const PATIENCE_MS = 10_000;

/** A database that is opened when needed, and once more when the browser has dropped it. */
export type Connection<Schema> = {
  run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /** Reads in one store. Where the browser ends that, whoever asked is told so, and nobody else. */
  look<Name extends StoreNames<Schema>, T>(name: Name, work: Look<Schema, Name, T>): Promise<T>;
  /** For good: a database that was deleted must not be made again by somebody who comes late. */
  close(): void;
};

type Look<Schema, Name extends StoreNames<Schema>, T> = (
  store: IDBPObjectStore<Schema, [Name], Name, "readonly">,
) => Promise<T>;

/**
 * `open` is given what to call when the browser ends the connection by itself; `forGood` where
 * another tab deletes the database, which a tab that does not know yet must not make again.
 */
export function connectionTo<Schema>(
  open: (ended: (forGood?: boolean) => void) => Promise<IDBPDatabase<Schema>>,
): Connection<Schema> {
  let current: Promise<IDBPDatabase<Schema>> | undefined;
  const end = () => {
    current?.then((db) => db.close()).catch(() => undefined);
    current = undefined;
  };
  const stay = onAside(end);
  let isClosed = false;
  const ended = (forGood = false) => {
    isClosed ||= forGood;
    end();
  };
  const opened = (): Promise<IDBPDatabase<Schema>> => {
    const opening = open(ended);
    const made = inTime(opening).catch((trouble: unknown) => {
      if (current === made) current = undefined;
      opening.then((late) => late.close()).catch(() => undefined);
      throw trouble;
    });
    return made;
  };
  const attempt = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    if (isClosed) throw new StorageTrouble("storage-broken");
    await whenShown();
    current ??= opened();
    return work(await current);
  };
  const run = <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> =>
    attempt(work)
      .catch((trouble: unknown) => {
        if (!isDeadConnection(trouble)) throw trouble;
        end();
        return attempt(work);
      })
      .catch((trouble: unknown) => {
        throw asTrouble(trouble);
      });
  return {
    run,
    look: (name, work) =>
      run((db) => {
        const tx = db.transaction(name);
        reads(tx);
        return work(tx.store);
      }),
    close: () => {
      isClosed = true;
      stay();
      end();
    },
  };
}

type Ending = {
  done: Promise<void>;
  error: DOMException | null;
  abort(): void;
  commit(): void;
};

/** A writing transaction: all of it lies on the disk when this resolves, or nothing does, and why is said. */
export async function whole<T>(tx: Ending, work: () => Promise<T>): Promise<T> {
  const { done } = tx;
  unheard(done);
  undoneAside(tx);
  try {
    return await inTime(work().then((made) => done.then(() => made)));
  } catch (trouble) {
    undo(tx);
    // A silent disk is not waited for twice.
    if (!(trouble instanceof StorageTrouble)) await done.catch(() => undefined);
    throw tx.error ?? trouble;
  }
}

/** A reading transaction, which whoever asked in it hears the end of. */
export function reads(tx: Pick<Ending, "done" | "abort">): void {
  unheard(tx.done);
  undoneAside(tx);
}

/** A disk that says nothing is no disk: what never completes has not been saved. */
function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new StorageTrouble("storage-broken")), PATIENCE_MS);
  const stop = () => clearTimeout(timer);
  const stay = onAside(stop); // a page that is put aside hears nothing, however well the disk works
  return Promise.race([work, promise]).finally(() => {
    stop();
    stay();
  });
}

/**
 * All that is left to do in a transaction, asked for at once and then closed: from here on the disk
 * needs this page no more. Where one cannot even begin, those before it are still waited for.
 */
export async function begun(
  tx: Pick<Ending, "commit">,
  works: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const asked: Promise<unknown>[] = [];
  try {
    for (const work of works) asked.push(work());
    tx.commit();
  } catch (trouble) {
    asked.push(Promise.reject(trouble));
  }
  await Promise.all(asked);
}

/** Somebody else hears how this ends; by itself it must not count as an error nobody caught. */
function unheard(ending: Promise<unknown>): void {
  ending.catch(() => undefined);
}

/** Phones end connections in the background; everything but a full disk is worth one more try. */
function isDeadConnection(trouble: unknown): boolean {
  return trouble instanceof DOMException && trouble.name !== "QuotaExceededError";
}

function asTrouble(trouble: unknown): unknown {
  if (!(trouble instanceof DOMException)) return trouble;
  const code = trouble.name === "QuotaExceededError" ? "quota" : "storage-broken";
  return new StorageTrouble(code, { cause: trouble });
}
