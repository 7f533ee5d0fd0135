/** Reading a file of known answers piece by piece, so that a failure can name the piece. */

export type Holder = Record<string, unknown>;

export class Failure extends Error {
  constructor(where: string, why: string) {
    super(`${where}: ${why}`);
  }
}

/** Runs one check; whatever it throws is the failure of this piece. */
export async function piece<T>(where: string, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure(where, cause instanceof Error ? cause.message : String(cause));
  }
}

export function same(where: string, found: unknown, expected: unknown): void {
  if (canonical(found) !== canonical(expected)) throw new Failure(where, "is not what comes out");
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    const isHolder = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    return isHolder ? Object.fromEntries(Object.entries(inner).sort()) : inner;
  });
}

export function text(holder: Holder, name: string, where = ""): string {
  const value = holder[name];
  if (typeof value !== "string") throw new Failure(where + name, "is missing or no text");
  return value;
}

export function whole(holder: Holder, name: string, where = ""): number {
  const value = holder[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new Failure(where + name, "is missing or no whole number");
  }
  return value;
}

export function inner(holder: Holder, name: string, where = ""): Holder {
  const value = holder[name];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Failure(where + name, "is missing or no object");
  }
  return value as Holder;
}

export function rows(holder: Holder, name: string): Holder[] {
  const value = holder[name];
  if (!Array.isArray(value) || value.length === 0) throw new Failure(name, "is missing or no list");
  return value.map((_, at) => inner(value as unknown as Holder, String(at), `${name}.`));
}
