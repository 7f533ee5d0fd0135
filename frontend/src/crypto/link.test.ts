import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Sealed } from "./ck1/brands.ts";
import { b64url, randomBytes, unb64url } from "./ck1/bytes.ts";
import { openKeybag } from "./ck1/keyring.ts";
import type { EcPrivate } from "./ck1/keys.ts";
import { newShown, openLink, readShown, sealLink } from "./ck1/link.ts";
import { openRevision } from "./ck1/revision.ts";
import { newId } from "./ids.ts";

// What the Python client sealed has to open here.
const SAMPLES = new URL("../../../tests/contract/ways-back-python.json", import.meta.url);
const samples = JSON.parse(readFileSync(SAMPLES, "utf8"));

test("a root goes from one device to another, and to no other session or account", async () => {
  const [root, own] = [randomBytes(32), newId()];
  const { text, session, key } = await newShown();
  const token = await sealLink(root, 2, own, await readShown(text));
  expect(await openLink(token, key, session, own)).toEqual({ root, gen: 2 });
  await expect(openLink(token, key, session, newId())).rejects.toMatchObject({ reason: "header" });
  const other = await newShown();
  await expect(openLink(token, key, other.session, own)).rejects.toMatchObject({
    reason: "header",
  });
  await expect(openLink(token, other.key, session, own)).rejects.toMatchObject({ reason: "seal" });
});

test("the other client's link opens", async () => {
  const { link, owner } = samples;
  const key = link.key as EcPrivate;
  const { root, gen } = await openLink(link.token as Sealed, key, link.session, owner);
  expect([b64url(root), gen]).toEqual([link.root, link.generation]);
  expect((await readShown(link.shown)).session).toBe(link.session);
});

test.each(samples.bad_shown as string[])("no code of a second device: %j", async (text) => {
  await expect(readShown(text)).rejects.toMatchObject({ name: "Ck1Trouble" });
});

test("the other client's rotation opens, and what was slipped in does not", async () => {
  const { keybag, roots, generation, revisions, refused } = samples.rotation;
  const keys = await openKeybag(unb64url(roots[1]), generation, keybag);
  for (const kept of revisions) {
    expect(JSON.parse((await openRevision(kept, keys)).plain)).toEqual(kept.opens_to);
  }
  for (const forged of refused) {
    await expect(openRevision(forged, keys)).rejects.toMatchObject({
      reason: "generation-replayed",
    });
  }
});
