import { expect, test } from "vitest";
import type { Sealed } from "../crypto/ck1/brands.ts";
import { randomBytes } from "../crypto/ck1/bytes.ts";
import { openKeybag, sealKeybag } from "../crypto/ck1/keyring.ts";
import { newPair } from "../crypto/ck1/keys.ts";
import { checkReply, sealReply } from "../crypto/ck1/reply.ts";
import { newId } from "../crypto/ids.ts";
import { Items } from "./items.ts";
import { outgoing } from "./rows.ts";
import { judge } from "./verify.ts";

const root = randomBytes(32);
const pair = { enc: await newPair("enc"), sig: await newPair("sig") };
const keys = await openKeybag(root, 1, await sealKeybag(root, 1, pair));
const sam = { id: newId(), sig: await newPair("sig") };
const words = { v: 1, text: "Thank you for telling me.", state: "looking" };
const said = { own: newId(), reader: sam.id, item: newId(), rev: newId(), of: newId(), iat: 1 };
const body = await sealReply({ ...said, words }, pair.enc, sam.sig);

test("a reply comes without a slot, is kept, shown with what proves it, and offered again as it is", async () => {
  const served = { seq: 4, rev: said.rev, body, slot: null };
  const { row, alarm } = await judge(served, undefined, keys);
  expect([alarm, row.kind, row.of, row.slot]).toEqual([undefined, "reply", said.of, null]);
  const items = new Items();
  expect(await items.refresh(said.item, [row], keys)).toEqual([]);
  const shown = items.get(said.item)?.words ?? { v: 1 };
  expect(shown).toMatchObject({ ...words, from: sam.id, to: said.own });
  await checkReply(shown["signed"] as Sealed, sam.sig);
  expect(outgoing(row)).toEqual({ body, slot: null });
  expect((await judge(served, row, keys)).alarm).toBeUndefined();
});

test("one that was sealed to somebody else, and an entry without its slot, are alarms", async () => {
  const foreign = await sealReply({ ...said, words }, await newPair("enc"), sam.sig);
  const served = { seq: 4, rev: said.rev, body: foreign, slot: null };
  expect((await judge(served, undefined, keys)).alarm?.code).toBe("does-not-open");
});
