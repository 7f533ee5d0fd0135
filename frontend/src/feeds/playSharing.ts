// The coach of all histories: pairs with whoever wants to share, and is given copies.
import { readFileSync } from "node:fs";
import { askOperator } from "../http/jar.ts";
import type { Device } from "./device.ts";
import { WORDS } from "./modelBrowser.ts";
import { Phone } from "./playPhone.ts";

/** Gives one copy, after pairing if need be; its rev. */
export type Give = (device: Device) => Promise<string | undefined>;

const LIBRARY = new URL("../../../journal/library/data/en/sharing.json", import.meta.url);
const DAYS = 30;

export async function openCoach(base: string): Promise<Give> {
  const { notice } = JSON.parse(readFileSync(LIBRARY, "utf8"));
  const phone = new Phone(base, { limbo: [], busy: 0 });
  await phone.start();
  const who = { name: "coach", email: `${performance.now()}@example.org`, id: "", codes: [] };
  await phone.signUp(who);
  await phone.connected(() => phone.device.sync());
  await askOperator(base, "coach", who.id);
  const coach = await phone.device.sharing();
  return async (device) => {
    const sharing = await device.sharing();
    if (!isPaired(device, who.id)) {
      const { text } = await phone.connected(() => coach.invite("qr"));
      await sharing.pair(await sharing.look(text, "qr"), "Sam");
    }
    const asked = { to: who.id, of: null, days: DAYS, purpose: "be-heard" };
    const item = await sharing.share({ ...asked, words: { ...WORDS, backup: false }, notice });
    return device.item(item)?.rev;
  };
}

function isPaired(device: Device, coach: string): boolean {
  const pins = device.items("profile")[0]?.words["pins"];
  return JSON.stringify(pins ?? {}).includes(coach);
}
