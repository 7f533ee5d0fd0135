import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { newId } from "../crypto/ids.ts";
import { diskStore } from "./disk.ts";
import { diskRegistry } from "./registry.ts";

test("a store that another tab has deleted takes nothing any more, and is not made again", async () => {
  const name = newId();
  const late = diskStore(name);
  await late.update({ meta: { cursor: 1 } });
  await diskRegistry().remove(name);
  await expect(late.update({ meta: { cursor: 2 } })).rejects.toMatchObject({
    code: "storage-broken",
  });
  const left = await diskStore(name).meta();
  expect(left.cursor).toBe(0);
});
