import { openDraft } from "../crypto/ck1/draft.ts";
import { diskRegistry, hasRegistry } from "../storage/registry.ts";
import { TRUSTED, type Trusted, trustedIn } from "./trusted.ts";

/** The trusted person kept on this phone, read without opening the journal and without leaving a trace. */
export async function trustedHere(): Promise<Trusted | null> {
  if (!(await hasRegistry())) return null; // asking an absent database for something would make it
  const registry = diskRegistry();
  const { places, current } = await registry.read();
  if (!places.some(({ name }) => name === current) || current === null) return null;
  const store = registry.open(current);
  try {
    const [{ device }, token] = await Promise.all([store.meta(), store.draft(TRUSTED)]);
    if (device === null || token === undefined) return null;
    return trustedIn(JSON.parse(await openDraft(token, device)));
  } finally {
    store.close();
  }
}
