import { afterEach, expect, test } from "vitest";
import {
  browserOf,
  closeAll,
  EMAIL,
  open,
  PASSWORD,
  secondDevice,
  signedUp,
  WORDS,
} from "./modelBrowser.ts";
import { ModelServer } from "./modelServer.ts";
import { changeProfile, mergedProfile, profileOf } from "./profile.ts";

afterEach(closeAll);

const pin = (enc: string) => ({ name: "Sam", enc, sig: "s", verified: "qr" });

test("heads merge per key, and what is not known is kept", () => {
  const one = { v: 1, asked: { recovery: "2026-11-21" }, look: "dark", later: [1] } as const;
  const other = {
    v: 1,
    asked: { recovery: "2026-11-28", nudges: "2026-11-01" },
    look: "light",
  } as const;
  expect(mergedProfile([one, { ...other, language: "en" }])).toEqual({
    v: 1,
    asked: { recovery: "2026-11-28", nudges: "2026-11-01" },
    look: "dark",
    language: "en",
    later: [1],
  });
  expect(mergedProfile([])).toEqual({ v: 1 });
});

test("tools that two phones put into the kit are all there, but for what one of them took out of it", () => {
  const one = { v: 1, pinned_tools: ["breath", "walk"], dropped_tools: ["song"] } as const;
  const other = { v: 1, pinned_tools: ["breath", "water", "song"] } as const;
  for (const heads of [
    [one, other],
    [other, one],
  ] as const) {
    const { pinned_tools: pinned, dropped_tools: dropped } = mergedProfile(heads);
    expect([(pinned as string[]).toSorted(), dropped]).toEqual([
      ["breath", "walk", "water"],
      ["song"],
    ]);
  }
  expect(mergedProfile([{ v: 1 }])).toEqual({ v: 1 });
});

test("pins that differ between heads are not verified; the ledger is the furthest seen", () => {
  const one = {
    v: 1,
    pins: { sam: pin("a"), kim: pin("k") },
    ledger: { n: 3, hash: "x" },
  } as const;
  const other = {
    v: 1,
    pins: { sam: pin("b"), kim: pin("k") },
    ledger: { n: 5, hash: "y" },
  } as const;
  const { pins, ledger } = mergedProfile([one, other]);
  const { verified: _, ...bare } = pin("a");
  expect(pins).toEqual({ sam: bare, kim: pin("k") });
  expect(ledger).toEqual({ n: 5, hash: "y" });
});

test.each([{ enc: "b" }, { sig: "t" }, { verified: "number" }])(
  "a pin that is another on one head (%o) counts as not verified, whichever comes first",
  (change) => {
    const heads = [
      { v: 1, pins: { sam: pin("a") } },
      { v: 1, pins: { sam: { ...pin("a"), ...change } } },
    ] as const;
    for (const both of [heads, heads.toReversed()]) {
      expect(mergedProfile(both).pins).not.toMatchObject({ sam: { verified: expect.anything() } });
    }
  },
);

test("a pairing that is over on one head is over, whichever comes first", () => {
  const ended = { ...pin("a"), ended: "2026-11-20", changed: true };
  const heads = [
    { v: 1, pins: { sam: pin("a") } },
    { v: 1, pins: { sam: ended } },
  ] as const;
  for (const both of [heads, heads.toReversed()]) {
    expect(mergedProfile(both).pins).toEqual({ sam: ended });
  }
});

test("what two phones noted at once is joined by the next writing", async () => {
  const server = new ModelServer();
  const { device, code } = await signedUp(server);
  const other = await secondDevice(server, code);
  await changeProfile(device, () => ({ asked: { recovery: "2026-11-21" } }));
  await changeProfile(other, () => ({ look: "dark" }));
  await device.sync();
  await other.sync();
  expect(profileOf(other)).toEqual({ v: 1, asked: { recovery: "2026-11-21" }, look: "dark" });
  await changeProfile(other, () => ({ hide_numbers: true }));
  await other.sync();
  await device.sync();
  const id = device.state.account?.id ?? "";
  expect(device.items("profile")).toMatchObject([{ item: id, others: [] }]);
  expect(profileOf(device)).toMatchObject({ look: "dark", hide_numbers: true });
});

test("two settings that are changed at once are both there", async () => {
  const server = new ModelServer();
  const { device, at } = await signedUp(server);
  const tab = await open(server, at);
  await Promise.all([
    changeProfile(device, () => ({ look: "dark" })),
    changeProfile(tab, () => ({ language: "es" })),
    changeProfile(device, ({ asked }) => ({ asked: { ...asked, recovery: "2026-11-21" } })),
    changeProfile(device, ({ asked }) => ({ asked: { ...asked, nudges: "2026-11-22" } })),
  ]);
  await device.sync();
  expect(profileOf(device)).toMatchObject({
    look: "dark",
    language: "es",
    asked: { recovery: "2026-11-21", nudges: "2026-11-22" },
  });
});

test("before there is an account, too, two settings changed at once lie in one profile", async () => {
  const device = await open(new ModelServer());
  await Promise.all([
    changeProfile(device, () => ({ look: "dark" })),
    changeProfile(device, () => ({ hide_numbers: true })),
  ]);
  expect(device.items("profile")).toMatchObject([{ words: { look: "dark", hide_numbers: true } }]);
});

test("a profile from before the account is sealed anew under the person's id", async () => {
  const server = new ModelServer();
  const at = browserOf(server);
  const device = await open(server, at);
  await changeProfile(device, () => ({ asked: { recovery: "2026-11-21" } }));
  await signedUp(server, at);
  const again = await open(server, at);
  const id = again.state.account?.id;
  expect(again.items("profile")).toMatchObject([{ item: id }]);
  expect(server.feedOf(EMAIL).revs.map((row) => row.item)).toEqual([id]);
});

test("settings alone are no entries to be asked about; with entries they come along on yes", async () => {
  const server = new ModelServer();
  const { code, device: first } = await signedUp(server);
  await changeProfile(first, () => ({ look: "dark" }));
  await first.sync();
  const other = await open(server);
  await changeProfile(other, () => ({ asked: { recovery: "2026-11-21" } }));
  await other.save({ kind: "entry", words: WORDS });
  await other.signIn(EMAIL, PASSWORD);
  await other.unlock(code);
  expect(other.state.writtenBefore).toBe(1);
  await other.sync();
  await other.adopt(true);
  await other.sync();
  expect(profileOf(other)).toMatchObject({ look: "dark", asked: { recovery: "2026-11-21" } });
  expect(
    server
      .feedOf(EMAIL)
      .revs.every((row) => row.kind !== "profile" || row.item === first.state.account?.id),
  ).toBe(true);
});
