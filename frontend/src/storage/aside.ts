// WebKit keeps a page that was left, together with the transaction it was in the middle of; until
// it throws both away, no other page of the app can read or write. So a page that is put aside
// lets go of the disk first, and goes on when it is shown again.

type Undoable = { readonly done: Promise<void>; abort(): void };

const midway = new Set<Undoable>();
const holders = new Set<() => void>();
let shown: PromiseWithResolvers<void> | undefined;

/** Resolves while the page is shown. */
export function whenShown(): Promise<void> {
  return shown?.promise ?? Promise.resolve();
}

/** Undone if the page is put aside first: whoever asked does it once more when it is shown again. */
export function undoneAside(tx: Undoable): void {
  midway.add(tx);
  const over = () => void midway.delete(tx);
  tx.done.then(over, over);
}

/** Calls this when the page is put aside; returns the way to stop that. */
export function onAside(letGo: () => void): () => void {
  holders.add(letGo);
  return () => holders.delete(letGo);
}

export function undo(tx: Pick<Undoable, "abort">): void {
  try {
    tx.abort();
  } catch {
    // It had ended by itself, or the disk has all of it.
  }
}

globalThis.addEventListener?.("pagehide", (event: Event & { persisted?: boolean }) => {
  if (!event.persisted) return; // goes for good, and takes nothing with it
  shown ??= Promise.withResolvers();
  for (const tx of midway) undo(tx);
  for (const letGo of holders) letGo();
});
globalThis.addEventListener?.("pageshow", () => {
  shown?.resolve();
  shown = undefined;
});
