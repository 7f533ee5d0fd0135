import { EntryInProgress, type Kept } from "../entries/inProgress.ts";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/sharing.ts";
import { itemOf } from "../shell/device.ts";
import { blankSheet, copyWords, type Field, fieldsIn, type Sheet, sheetOf } from "./copyWords.ts";
import { coaches } from "./state.ts";

export const DAYS = [7, 30, 90] as const;
/** What is chosen for a copy, while it is being made. */
export type Copying = {
  to: string;
  text: string;
  ticked: Field[];
  backup: boolean;
  purpose: string;
  days: number;
};
/** A copy in the making: what it can hold, what is chosen, and which item it is made from. */
export type Making = { sheet: Sheet; of: string | null; copying: EntryInProgress<Copying> };

const DEFAULT_DAYS = 30;

/** What the sheet was opened for: an entry or an ask, a line for backup, or a yes to a praise. */
export function sheetFor(what: string, about: string): { sheet: Sheet; of: string | null } {
  const item = about === "" ? undefined : itemOf(about);
  if (what === "record" && item !== undefined) return { sheet: recordSheet(item), of: null };
  if (item === undefined) return { sheet: blankSheet("check-in"), of: null };
  return { sheet: sheetOf(item), of: item.item };
}

function recordSheet({ words }: OpenItem): Sheet {
  const text = t("reply.record-words", { text: String(words["text"] ?? "") });
  return { ...blankSheet("check-in"), text };
}

export function beginCopy(what: string, draft: string, sheet: Sheet): EntryInProgress<Copying> {
  const isBackup = what === "backup";
  return new EntryInProgress<Copying>(draft, "copy", {
    to: coaches.value[0]?.person ?? "",
    text: sheet.text,
    ticked: fieldsIn(sheet),
    backup: isBackup,
    purpose: sheet.t === "ask-work" ? "work-change" : isBackup ? "ideas" : "be-heard",
    days: DEFAULT_DAYS,
  });
}

export function resumeCopy(draft: string, members: Copying, kept: Kept): EntryInProgress<Copying> {
  return new EntryInProgress<Copying>(draft, "copy", members, kept);
}

/** The words as they would go now. */
export function wordsNow({ sheet, copying }: Making) {
  const { text, ticked = [], backup } = copying.members.value;
  return copyWords({ ...sheet, text: text ?? "" }, ticked, backup === true);
}
