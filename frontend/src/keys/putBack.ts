import type { Refusal } from "../http/answers.ts";
import type { Send } from "../http/request.ts";
import { createVault, type Rotation, rotateVault } from "../http/vault.ts";
import type { Store } from "../storage/store.ts";

const MOST_TRIES = 5;
/** The feed is not where this device knew it: the refusal says where it is. */
const MOVED = ["feed-moved", "feed-reset"];

/**
 * A server that was restored has a vault of an earlier generation, or none (0): it gets this
 * device's back, with the keycards in between. The refusal, where it does not take it: it asks
 * for the password once more where that was not given just now.
 */
export async function putBack(store: Store, send: Send, there: number): Promise<Refusal | null> {
  const { parts, epoch, cursor } = await store.meta();
  if (parts === null || parts.gen <= there) return NOT_HERE;
  const { gen, keybag, wraps, keycard, before = [] } = parts;
  if (gen === 1) return refusalIn(await createVault(send, { gen, keybag, wraps, keycard }));
  const between = before.slice(there);
  const vault = { gen, keybag, wraps };
  // After a restore the new epoch may not be known yet; the refusal names it.
  const where = { gen: there, epoch: epoch || "unknown", head: cursor };
  return rotateWhere(send, { ...where, vault, keycard, between });
}

/** Offers a rotation at the place in the feed that the server names. Its keybag needs to know nothing of it. */
export async function rotateWhere(
  send: Send,
  rotation: Rotation,
  tries = MOST_TRIES,
): Promise<Refusal | null> {
  const refusal = refusalIn(await rotateVault(send, rotation));
  if (refusal === null || !MOVED.includes(refusal.code) || tries <= 1) return refusal;
  return rotateWhere(send, { ...rotation, ...placeIn(refusal.members) }, tries - 1);
}

function placeIn({ head, epoch }: Record<string, unknown>): Partial<Rotation> {
  return {
    ...(typeof head === "number" ? { head } : {}),
    ...(typeof epoch === "string" ? { epoch } : {}),
  };
}

const refusalIn = (answer: Awaited<ReturnType<typeof rotateVault>>): Refusal | null =>
  answer.ok ? null : answer.refusal;

const NOT_HERE: Refusal = { status: 404, code: "no-vault", retryAfter: undefined, members: {} };
