// What is written in a history, and upon what; also in the middle of a sync.
import { newId } from "../crypto/ids.ts";
import { StorageTrouble } from "../errors.ts";
import type { Row } from "../storage/store.ts";
import type { Device } from "./device.ts";
import { WORDS } from "./modelBrowser.ts";
import type { Books, Saved } from "./playBooks.ts";
import type { Phone } from "./playPhone.ts";
import { changeTwoSettings } from "./playSettings.ts";
import type { OpenItem } from "./words.ts";

/** Undefined for a deletion, whose rev nobody is told. */
export async function write(
  phone: Phone,
  books: Books,
  how: string,
  which: number,
): Promise<Saved | undefined> {
  const { device } = phone;
  const items = editable(device);
  const chosen = items[which % Math.max(1, items.length)];
  if (chosen !== undefined && (how === "keep-day" || how === "forget")) {
    await device.remove(chosen.item, chosen.kind === "copy" ? "forget" : how);
    if (chosen.kind === "copy") await books.takeBack(phone, chosen.rev);
    return undefined;
  }
  const words = { ...WORDS, text: `${how} ${books.saved.size}` };
  const item = chosen?.kind === "entry" ? chosen.item : undefined;
  const [rev, upon] = [newId(), shownOf(chosen, how)];
  await device.save({ rev, kind: kindFor(how), words, ...placeFor(how, item) });
  return { rev, upon };
}

/** While a sync has laid on the disk what nobody can have read yet. */
export async function writeMeanwhile(phone: Phone, books: Books): Promise<void> {
  await changeTwoSettings(phone, books);
  try {
    const saved = await write(phone, books, "edit", await whichCameLast(phone));
    if (saved !== undefined) await books.afterSave(phone, "edit", saved);
  } catch (trouble) {
    if (!(trouble instanceof StorageTrouble)) books.broken.push(`an edit is not taken: ${trouble}`);
  }
}

const editable = (device: Device) => [...device.items("entry"), ...device.items("copy")];

/** The item that the server has put in its place last; the first one where it is not shown. */
async function whichCameLast(phone: Phone): Promise<number> {
  const rows = (await phone.held()).flatMap((store) => store.rows);
  const [last] = rows.filter(isOld).sort((a, b) => Number(b.seq) - Number(a.seq));
  return Math.max(
    0,
    editable(phone.device).findIndex(({ item }) => item === last?.item),
  );
}

/** An edit of something that was there before. */
const isOld = ({ kind, seq, parents }: Row) =>
  kind === "entry" && seq !== null && parents.length > 0;

/** What an edit may take the place of: the text that is shown, and with "join" those beside it. */
function shownOf(chosen: OpenItem | undefined, how: string): string[] {
  if (chosen === undefined) return [];
  const beside = how === "join" ? chosen.others : [];
  return [chosen, ...beside].map(({ rev }) => rev);
}

/** A tick without the habit it belongs to is what the server refuses. */
function kindFor(how: string): string {
  if (how.startsWith("poison")) return "tick";
  return how === "unknown" ? "of-tomorrow" : "entry";
}

function placeFor(how: string, item: string | undefined): { item?: string; join?: true } {
  if (item === undefined || (how !== "edit" && how !== "join")) return {};
  return how === "join" ? { item, join: true } : { item };
}
