import { asSealed, type Sealed } from "../crypto/ck1/brands.ts";
import { type Answer, answerOf, listIn, members, textIn, wholeIn } from "./answers.ts";
import type { Send } from "./request.ts";

export type Wrap = { kid: string; token: Sealed };
export type Vault = { gen: number; keybag: Sealed; wraps: Wrap[] };

const VAULT = "/api/v1/vault/";

/** 404 `no-vault` until the first device has made it. */
export async function readVault(send: Send): Promise<Answer<Vault>> {
  return answerOf(await send({ path: VAULT }), (body) => ({
    gen: wholeIn(body, "gen"),
    keybag: asSealed(body["keybag"]),
    wraps: listIn(body, "wraps").map((wrap) => {
      const said = members(wrap);
      return { kid: textIn(said, "kid"), token: asSealed(said["token"]) };
    }),
  }));
}

/** The same keybag again is no harm: so a lost answer is simply asked for once more. */
export async function createVault(
  send: Send,
  vault: Vault & { keycard: Sealed },
): Promise<Answer<null>> {
  return answerOf(await send({ method: "POST", path: VAULT, body: vault }), () => null);
}

/** Where the device stands, and the vault that takes the other's place. */
export type Rotation = {
  gen: number;
  epoch: string;
  head: number;
  vault: Vault;
  keycard: Sealed;
  /** After a restore: the keycards of the generations that the server lacks, oldest first. */
  between?: Sealed[];
};

/** All or nothing. 401 `reauthenticate`, 409 `stale-vault`, 409 `feed-moved`. */
export async function rotateVault(send: Send, rotation: Rotation): Promise<Answer<null>> {
  return nothing(await send({ method: "POST", path: `${VAULT}rotate/`, body: rotation }));
}

/** Somebody's public keys, oldest first. */
export async function readKeycards(send: Send, person: string): Promise<Answer<Sealed[]>> {
  const reply = await send({ path: `/api/v1/keycards/${person}/` });
  return answerOf(reply, (body) => listIn(body, "keycards").map(asSealed));
}

export async function putWrap(
  send: Send,
  gen: number,
  { kid, token }: Wrap,
): Promise<Answer<null>> {
  const path = `${VAULT}wraps/${encodeURIComponent(kid)}/`;
  return nothing(await send({ method: "PUT", path, body: { gen, token } }));
}

export async function dropWrap(send: Send, gen: number, kid: string): Promise<Answer<null>> {
  const path = `${VAULT}wraps/${encodeURIComponent(kid)}/`;
  return nothing(await send({ method: "DELETE", path, body: { gen } }));
}

/** For answers whose body says nothing we need, and may be absent. */
function nothing(reply: Awaited<ReturnType<Send>>): Answer<null> {
  return answerOf({ ...reply, body: reply.body ?? {} }, () => null);
}
