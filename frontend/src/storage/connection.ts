import type { IDBPDatabase } from "idb";
import { StorageTrouble } from "../errors.ts";

/** A database that is opened when needed, and once more when the browser has dropped it. */
export type Connection<Schema> = {
  run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  /** For good: a database that was deleted must not be made again by somebody who comes late. */
  close(): void;
};

/** `open` is given what to call when the browser ends the connection by itself. */
export function connectionTo<Schema>(
  open: (ended: () => void) => Promise<IDBPDatabase<Schema>>,
): Connection<Schema> {
  let current: Promise<IDBPDatabase<Schema>> | undefined;
  const end = () => {
    current?.then((db) => db.close()).catch(() => undefined);
    current = undefined;
  };
  let isClosed = false;
  const attempt = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    if (isClosed) throw new StorageTrouble("storage-broken");
    current ??= open(end);
    return work(await current);
  };
  return {
    run: (work) =>
      attempt(work)
        .catch((trouble: unknown) => {
          if (!isDeadConnection(trouble)) throw trouble;
          end();
          return attempt(work);
        })
        .catch((trouble: unknown) => {
          throw asTrouble(trouble);
        }),
    close: () => {
      isClosed = true;
      end();
    },
  };
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
