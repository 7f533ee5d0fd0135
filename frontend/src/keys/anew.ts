import { randomBytes } from "../crypto/ck1/bytes.ts";
import { signKeycard } from "../crypto/ck1/keycard.ts";
import { openKeybag, sealKeybag } from "../crypto/ck1/keyring.ts";
import { newPair } from "../crypto/ck1/keys.ts";
import { JournalTrouble } from "../errors.ts";
import { orThrow, troubleOf } from "../http/answers.ts";
import { changes } from "../http/feed.ts";
import { reauthenticate } from "../http/sessions.ts";
import { readKeycards, type Vault } from "../http/vault.ts";
import { unlockBy } from "../people/account.ts";
import type { Door, Home } from "../people/home.ts";
import { rotateWhere } from "./putBack.ts";
import { earlierOf } from "./rotation.ts";
import { newestCode, newWrap, type Unlocked } from "./vault.ts";

const ROOT_BYTES = 32;

type Anew = { unlocked: Unlocked; code: string; n: number };

/**
 * Every way back is lost: a vault that knows nothing of the one before takes its place. What was
 * sealed under the lost keys stays on the server, and nobody can open it. Returns the new code.
 * Cut off in the middle it is simply done once more: nothing was written under keys nobody has.
 */
export async function startOver(
  door: Door,
  home: Home,
  password: string,
): Promise<{ home: Home; code: string }> {
  await reauthenticate(door.send, password);
  let made: Anew | undefined;
  const next = await unlockBy(door, home, async (vault, own) => {
    made = await vaultAnew(door, home, vault, own);
    return made.unlocked;
  });
  if (made === undefined) throw new JournalTrouble("unknown");
  const { code, n } = made;
  await next.store.update({ meta: { recovery: { n, confirmed: false }, dropWraps: [] } });
  return { home: next, code };
}

async function vaultAnew(door: Door, home: Home, lost: Vault, own: string): Promise<Anew> {
  const { send, now } = door;
  const cards = orThrow(await readKeycards(send, own));
  const [gen, n, root] = [lost.gen + 1, 1 + newestCode(lost.wraps), randomBytes(ROOT_BYTES)];
  const pair = { enc: await newPair("enc"), sig: await newPair("sig") };
  const keybag = await sealKeybag(root, gen, pair, await stillKnown(home));
  const keycard = await signKeycard(own, gen, pair, Math.floor(now() / 1000), cards.at(-1) ?? null);
  const { wrap, code } = await newWrap(root, own, n);
  const vault = { gen, keybag, wraps: [wrap] };
  const { epoch } = orThrow(await changes(send, { account: own, epoch: "", cursor: 0 }, 1));
  const refusal = await rotateWhere(send, { gen: lost.gen, epoch, head: 0, vault, keycard });
  if (refusal?.code === "reauthenticate") throw new JournalTrouble("reauthenticate");
  if (refusal !== null) throw troubleOf(refusal);
  return { unlocked: { root, keys: await openKeybag(root, gen, keybag), n: 0, vault }, code, n };
}

/** A phone that only lacks the newest code still has the keys of before, and what they open. */
async function stillKnown({ store }: Home) {
  const meta = await store.meta();
  return meta.account !== null && meta.vault !== null ? earlierOf(store, meta, meta.vault.gen) : [];
}
