/** A new id, made where a thing is born; it tells nothing of the time. */
export function newId(): string {
  return crypto.randomUUID();
}
