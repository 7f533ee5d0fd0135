import { afterEach, beforeEach, expect, test } from "vitest";
import { signKeycard } from "../crypto/ck1/keycard.ts";
import { newPair, thumbprintOf } from "../crypto/ck1/keys.ts";
import { newId } from "../crypto/ids.ts";
import type { Device } from "../feeds/device.ts";
import { browserOf, closeAll, open, PASSWORD } from "../feeds/modelBrowser.ts";
import { ModelServer } from "../feeds/modelServer.ts";
import { ModelBetween } from "./modelBetween.ts";
import type { Pin } from "./pins.ts";
import type { How, Sharing, Wish } from "./shape.ts";

type Person = { device: Device; sharing: Sharing; id: string; code: string };

let server: ModelServer;
let between: ModelBetween;
let ana: Person;
let sam: Person;

async function person(email: string): Promise<Person> {
  const device = await open(server, { ...browserOf(server), send: between.send() });
  const { recoveryCode } = await device.signUp(email, PASSWORD);
  await device.sync();
  const id = device.state.account?.id ?? "";
  return { device, sharing: await device.sharing(), id, code: recoveryCode };
}

beforeEach(async () => {
  server = new ModelServer();
  between = new ModelBetween(server);
  ana = await person("ana@example.org");
  sam = await person("sam@example.org");
});
afterEach(closeAll);

const WORDS = { v: 1, t: "encounter", text: "He shouted.", backup: true } as const;
const NOTICE = { version: "1", lang: "en", lines: ["Only this copy."] };
const wish = (): Wish => ({
  ...{ to: sam.id, of: null, words: WORDS, days: 30, purpose: "be-heard", notice: NOTICE },
});

async function paired(how: How = "qr"): Promise<void> {
  const { text } = await sam.sharing.invite(how);
  await ana.sharing.pair(await ana.sharing.look(text, how), "Sam");
  for (const one of await sam.sharing.answered()) await sam.sharing.welcome(one, "Ana");
  await ana.device.sync();
  await sam.device.sync();
}

async function shared(): Promise<string> {
  const item = await ana.sharing.share(wish());
  await ana.device.sync();
  return item;
}

const refused = (work: Promise<unknown>, code: string) =>
  expect(work).rejects.toMatchObject({ code });

const pinOf = ({ device }: Person, of: Person): Pin => {
  const pins = device.items("profile")[0]?.words["pins"] as Record<string, Pin>;
  return pins[of.id] as Pin;
};
/** As if another device of this person had written the pin so. */
async function repinned({ device, id }: Person, of: Person, change: Partial<Pin>): Promise<void> {
  const [profile] = device.items("profile");
  const pins = profile?.words["pins"] as Record<string, Pin>;
  const words = {
    v: 1,
    ...profile?.words,
    pins: { ...pins, [of.id]: { ...pins[of.id], ...change } },
  };
  await device.save({ item: id, kind: "profile", words: words as never });
}
/** Keys of the server's own making, shown as somebody's. */
async function otherCards({ id }: Person): Promise<string[]> {
  const pair = { enc: await newPair("enc"), sig: await newPair("sig") };
  return [await signKeycard(id, 1, pair, 0, null)];
}

test("a copy goes from one to the other, is answered, and is gone once it is taken back", async () => {
  await paired();
  const item = await shared();
  const { letters, unverified } = await sam.sharing.inbox();
  expect([letters.map(({ name, backup }) => [name, backup]), unverified]).toEqual([
    [["Ana", true]],
    false,
  ]);
  const [letter] = letters;
  if (letter === undefined) throw new Error("nothing came");
  expect(await sam.sharing.read(letter)).toEqual(WORDS);
  await sam.sharing.reply(letter, { text: "That was rough.", kind_reply: null, state: null });
  await ana.device.sync();
  const [reply] = ana.device.items("reply");
  expect([reply?.words.text, reply && (await ana.sharing.isFromPinned(reply))]).toEqual([
    "That was rough.",
    true,
  ]);
  await ana.device.remove(item, "forget");
  await ana.device.sync();
  await refused(sam.sharing.read(letter), "copy-gone");
});

test("a copy is over for the coach's own clock, though the server goes on serving it", async () => {
  await paired();
  await shared();
  const [letter] = (await sam.sharing.inbox()).letters;
  if (letter === undefined) throw new Error("nothing came");
  server.now += 29 * 86_400_000;
  expect(await sam.sharing.read(letter)).toEqual(WORDS);
  server.now += 86_400_000;
  expect(between.copies.size).toBe(1);
  await refused(sam.sharing.read(letter), "copy-gone");
});

test("an invitation is believed only where it is open, another's, and shows the keys it names", async () => {
  const { text } = await sam.sharing.invite("qr");
  const [row] = between.pairings.values();
  if (row === undefined) throw new Error("no invitation");
  await refused(sam.sharing.look(text, "qr"), "invite-over");
  for (const [change, code] of [
    [{ state: "accepted" }, "invite-over"],
    [{ coach: newId() }, "invite-over"],
    [{ lead: false }, "lead-of-own-team"],
  ] as const) {
    const before = { ...row };
    Object.assign(row, change);
    await refused(ana.sharing.look(text, "qr"), code);
    Object.assign(row, before);
  }
  between.cards.set(sam.id, await otherCards(sam));
  await refused(ana.sharing.look(text, "qr"), "other-keys");
  between.cards.clear();
  expect((await ana.sharing.look(text, "qr")).invite.coach).toBe(sam.id);
});

test("an answer that the server shows as somebody else's pins nobody", async () => {
  const eve = await person("eve@example.org");
  const { text } = await sam.sharing.invite("qr");
  await ana.sharing.pair(await ana.sharing.look(text, "qr"), "Sam");
  for (const row of between.pairings.values()) row.agent = eve.id;
  await refused(sam.sharing.answered(), "forged-answer");
});

test("keys that were never compared are shared with by nobody; the same number makes them so", async () => {
  await refused(ana.sharing.share(wish()), "not-verified");
  await paired("link");
  await refused(ana.sharing.share(wish()), "not-verified");
  expect(await ana.sharing.number(sam.id)).toBe(await sam.sharing.number(ana.id));
  await ana.sharing.same(sam.id);
  await shared();
  expect(await sam.sharing.inbox()).toEqual({ letters: [], unverified: true });
  await sam.sharing.same(ana.id);
  expect((await sam.sharing.inbox()).letters).toHaveLength(1);
});

test("a pin that says it was verified in a way there is none is not verified", async () => {
  await paired("link");
  await repinned(ana, sam, { verified: "trust me" as "qr" });
  await refused(ana.sharing.share(wish()), "not-verified");
});

test.each(["enc", "sig"] as const)(
  "other %s keys, shown later, end it until both have met again",
  async (name) => {
    await paired();
    await ana.sharing.renew();
    expect(pinOf(ana, sam).ended).toBeUndefined();
    await repinned(ana, sam, { [name]: await thumbprintOf(await newPair(name)) });
    await ana.sharing.renew();
    expect(pinOf(ana, sam)).toMatchObject({ changed: true, ended: expect.any(String) });
    await refused(ana.sharing.share(wish()), "not-verified");
  },
);

test("whoever is not paired any more is shared with no more, though the keys are the same", async () => {
  await paired();
  between.pairings.clear();
  await ana.sharing.renew();
  expect(pinOf(ana, sam)).toMatchObject({ verified: "qr", ended: expect.any(String) });
  await refused(ana.sharing.share(wish()), "not-verified");
});

test.each(["enc", "sig"] as const)(
  "keys kept beside a pin that are not its own (%s) are used for nothing",
  async (name) => {
    await paired();
    await shared();
    const { keys } = pinOf(sam, ana);
    const { d: _d, ...other } = await newPair(name);
    await repinned(sam, ana, { keys: { ...keys, [name]: other } as NonNullable<Pin["keys"]> });
    await refused(sam.sharing.inbox(), "not-verified");
    between.cards.set(sam.id, await otherCards(sam));
    await repinned(ana, sam, {
      keys: { ...pinOf(ana, sam).keys, [name]: other } as NonNullable<Pin["keys"]>,
    });
    await refused(ana.sharing.share(wish()), "not-verified");
  },
);

test("a phone that is not shown the pins shares with nobody; one that has them misses what is hidden", async () => {
  await paired();
  await ana.device.save({ kind: "entry", words: WORDS });
  await ana.device.sync();
  const feed = server.feedOf("ana@example.org");
  const isProfile = (row: { kind: string }) => row.kind === "profile";
  const hidden = feed.revs.filter(isProfile).map(({ rev }) => rev);
  server.lie = (revs) => revs.filter(({ rev }) => !hidden.includes(String(rev)));
  const other = await open(server, { ...browserOf(server), send: between.send() });
  await other.signIn("ana@example.org", PASSWORD);
  await other.unlock(ana.code);
  await other.sync();
  expect(other.items("entry")).toHaveLength(1);
  await refused((await other.sharing()).share(wish()), "not-verified");
  feed.revs = feed.revs.filter((row) => !isProfile(row));
  await ana.device.sync();
  expect(ana.device.state.alarms).toContainEqual({ code: "withheld", rev: hidden[0] });
  expect(pinOf(ana, sam).verified).toBe("qr");
});

test("two phones that pinned other keys share with nobody until they have met again", async () => {
  await paired();
  const other = await open(server, { ...browserOf(server), send: between.send() });
  await other.signIn("ana@example.org", PASSWORD);
  await other.unlock(ana.code);
  await other.sync();
  const second = { ...ana, device: other };
  await repinned(second, sam, { sig: await thumbprintOf(await newPair("sig")) });
  await repinned(ana, sam, { on: "2026-11-22" });
  for (const device of [other, ana.device, other]) await device.sync();
  expect(ana.device.items("profile")[0]?.others).toHaveLength(1);
  await refused(ana.sharing.share(wish()), "not-verified");
  await refused((await other.sharing()).share(wish()), "not-verified");
});

test("a reply counts only from somebody pinned, signed by them, and to me", async () => {
  await paired();
  await shared();
  const [letter] = (await sam.sharing.inbox()).letters;
  if (letter === undefined) throw new Error("nothing came");
  await sam.sharing.reply(letter, { text: "Yes.", kind_reply: null, state: null });
  await ana.device.sync();
  const [reply] = ana.device.items("reply");
  if (reply === undefined) throw new Error("no reply");
  const saying = (words: object) => ({ ...reply, words: { ...reply.words, ...words } });
  expect(await ana.sharing.isFromPinned(saying({}))).toBe(true);
  expect(await ana.sharing.isFromPinned(saying({ to: newId() }))).toBe(false);
  expect(await ana.sharing.isFromPinned(saying({ from: newId() }))).toBe(false);
  const signed = String(reply.words["signed"]);
  const forged = `${signed.slice(0, -4)}${signed.endsWith("AAAA") ? "BBBA" : "AAAA"}`;
  expect(await ana.sharing.isFromPinned(saying({ signed: forged }))).toBe(false);
});
