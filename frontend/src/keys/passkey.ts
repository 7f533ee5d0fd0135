import type { Bytes } from "../crypto/ck1/brands.ts";
import { randomBytes, sha256, unb64url, utf8 } from "../crypto/ck1/bytes.ts";
import { openKeybag } from "../crypto/ck1/keyring.ts";
import { unwrapRootByPasskey, wrapRootForPasskey } from "../crypto/ck1/root.ts";
import { Ck1Trouble } from "../crypto/ck1/trouble.ts";
import { JournalTrouble } from "../errors.ts";
import { orThrow } from "../http/answers.ts";
import { putWrap, type Vault } from "../http/vault.ts";
import { unlockBy } from "../people/account.ts";
import { type Door, type Home, rootIn } from "../people/home.ts";
import type { Unlocked } from "./vault.ts";

// The passkey only gives a secret to this page. Nothing of it is sent but the name it has.
const PREFIX = "passkey:";
const ES256 = -7;
const RS256 = -257;
const CHALLENGE_BYTES = 32;

/** One more way back: a passkey of this person's. Throws `passkey-refused` or `passkey-cannot`. */
export async function addPasskey({ send }: Door, { store }: Home): Promise<void> {
  const meta = await store.meta();
  const { account, vault } = meta;
  if (account === null || vault === null) throw new JournalTrouble("locked");
  const made = await asked(async () => navigator.credentials.create(await wanted(account)));
  // Some give the secret at once, some only when they are asked for it.
  const secret = secretIn(made) ?? secretIn(await ask([made.id]));
  if (secret === null) throw new JournalTrouble("passkey-cannot");
  const token = await wrapRootForPasskey(await rootIn(meta), secret, account.id, made.id);
  const wrap = { kid: `${PREFIX}${made.id}`, token };
  orThrow(await putWrap(send, vault.gen, wrap));
  await store.update({
    meta: ({ parts }) => ({ parts: parts && { ...parts, wraps: [...parts.wraps, wrap] } }),
  });
}

/** Opens the account by one of its passkeys. Throws `no-passkey` where it has none. */
export function unlockByPasskey(door: Door, home: Home): Promise<Home> {
  return unlockBy(door, home, rootByPasskey);
}

async function rootByPasskey(vault: Vault, own: string): Promise<Unlocked> {
  const wraps = vault.wraps.filter(({ kid }) => kid.startsWith(PREFIX));
  if (wraps.length === 0) throw new JournalTrouble("no-passkey");
  const found = await ask(wraps.map(({ kid }) => kid.slice(PREFIX.length)));
  const secret = secretIn(found);
  const wrap = wraps.find(({ kid }) => kid === `${PREFIX}${found.id}`);
  if (secret === null || wrap === undefined) throw new JournalTrouble("passkey-cannot");
  try {
    const root = await unwrapRootByPasskey(wrap.token, secret, own);
    return { root, keys: await openKeybag(root, vault.gen, vault.keybag), n: 0 };
  } catch (cause) {
    if (!(cause instanceof Ck1Trouble)) throw cause;
    throw new JournalTrouble("passkey-cannot", { cause });
  }
}

async function wanted({ id, email }: { id: string; email: string }) {
  return {
    publicKey: {
      challenge: randomBytes(CHALLENGE_BYTES),
      rp: { name: "Aftershift" },
      user: { id: utf8(id), name: email, displayName: email },
      pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: "public-key" as const, alg })),
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      extensions: await prf(),
    },
  } satisfies CredentialCreationOptions;
}

function ask(ids: readonly string[]): Promise<PublicKeyCredential> {
  return asked(async () =>
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(CHALLENGE_BYTES),
        allowCredentials: ids.map((id) => ({ type: "public-key", id: unb64url(id) })),
        userVerification: "required",
        extensions: await prf(),
      },
    }),
  );
}

async function prf(): Promise<AuthenticationExtensionsClientInputs> {
  return { prf: { eval: { first: await sha256(utf8("ck1/prf")) } } };
}

/** Whoever says no, or has no passkey here, is told so; nothing has changed. */
async function asked(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await work();
    if (credential !== null) return credential as PublicKeyCredential;
  } catch (cause) {
    throw new JournalTrouble("passkey-refused", { cause });
  }
  throw new JournalTrouble("passkey-refused");
}

/** What a browser says it can do is not believed: only a result counts. */
function secretIn(credential: PublicKeyCredential): Bytes | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  const bytes = first instanceof ArrayBuffer ? new Uint8Array(first) : null;
  return bytes ?? new Uint8Array((first as Uint8Array<ArrayBuffer>).slice().buffer);
}
