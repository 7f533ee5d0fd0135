// Settings in a history: two are changed at once, while a sync brings those of the other phones.
import { StorageTrouble } from "../errors.ts";
import type { Books } from "./playBooks.ts";
import type { Phone } from "./playPhone.ts";
import { changeProfile, profileOf } from "./profile.ts";

const DAY = "2026-11-21";
const AT_ONCE = 2;

export async function changeTwoSettings({ device, who }: Phone, books: Books): Promise<void> {
  if (who === undefined || !device.state.unlocked) return;
  const first = books.settings.size;
  const change = async (_: unknown, at: number) => {
    const name = `${first + at}`;
    await changeProfile(device, ({ asked }) => ({ asked: { ...asked, [name]: DAY } }));
    const heads = device.items("profile").flatMap((item) => [item, ...item.others]);
    const said = heads.find(({ words }) => name in ((words["asked"] as object | undefined) ?? {}));
    if (said === undefined) books.broken.push("a setting that was confirmed is not there");
    else books.settings.set(name, { owner: who.id, rev: said.rev });
  };
  const tried = await Promise.allSettled(Array.from({ length: AT_ONCE }, change));
  for (const one of tried)
    if (one.status === "rejected" && !(one.reason instanceof StorageTrouble))
      books.broken.push(`a setting is not taken: ${one.reason}`);
}

/** Only what nobody holds any more may be missing: the revision that said it went with a phone. */
export function settingsLost({ device, who }: Phone, { settings, gone }: Books): string[] {
  const { asked = {} } = profileOf(device);
  const own = [...settings].filter(([, { owner, rev }]) => owner === who?.id && !gone.has(rev));
  return own.some(([name]) => asked[name] === undefined) ? ["a setting is lost"] : [];
}
