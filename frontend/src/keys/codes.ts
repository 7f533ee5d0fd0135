import { JournalTrouble } from "../errors.ts";
import { orThrow, troubleOf } from "../http/answers.ts";
import type { Send } from "../http/request.ts";
import { putWrap, readVault } from "../http/vault.ts";
import { type Door, type Home, rootIn } from "../people/home.ts";
import type { Store } from "../storage/store.ts";
import { dropOldWraps, isCodeReplaced, settleVault } from "./settle.ts";
import { newestCode, newWrap } from "./vault.ts";

/** A new code; the server has its wrap when this resolves. The old one holds until this is confirmed. */
export async function newRecoveryCode({ send }: Door, { store }: Home): Promise<string> {
  const refusal = await settleVault(store, send);
  if (refusal !== null) throw troubleOf(refusal);
  const meta = await store.meta();
  if (meta.account === null || meta.vault === null) throw new JournalTrouble("locked");
  const { wraps } = orThrow(await readVault(send));
  const n = 1 + newestCode(wraps);
  const { wrap, code } = await newWrap(await rootIn(meta), meta.account.id, n);
  orThrow(await putWrap(send, meta.vault.gen, wrap));
  await store.update({
    meta: ({ parts }) => ({
      recovery: { n, confirmed: false },
      parts: parts && { ...parts, wraps: [...parts.wraps, wrap] },
    }),
  });
  return code;
}

/**
 * The person has written the code down: the ones before it go. Throws `code-replaced` where the
 * server has it no more: another phone has shown a newer one and had it checked.
 */
export async function confirmRecoveryCode({ send }: Door, { store }: Home): Promise<void> {
  if (await mayBeReplaced(store, send)) throw new JournalTrouble("code-replaced");
  await store.update({
    meta: ({ recovery: { n }, parts }) => {
      const dropWraps = Array.from({ length: n - 1 }, (_, at) => `recovery:${at + 1}`);
      const wraps = parts?.wraps.filter(({ kid }) => !dropWraps.includes(kid)) ?? [];
      return { recovery: { n, confirmed: true }, dropWraps, parts: parts && { ...parts, wraps } };
    },
  });
  await dropOldWraps(store, send).catch((trouble: unknown) => {
    if (!(trouble instanceof JournalTrouble)) throw trouble; // else the next sync does it
  });
}

/** Without a connection it counts for now: the next sync looks. */
async function mayBeReplaced(store: Store, send: Send): Promise<boolean> {
  try {
    return await isCodeReplaced(store, send);
  } catch (trouble) {
    if (trouble instanceof JournalTrouble && trouble.code === "offline") return false;
    throw trouble;
  }
}
