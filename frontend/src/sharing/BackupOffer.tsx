import type { JSX } from "preact";
import { t } from "../language/sharing.ts";
import { leaveForSheet } from "../shell/sheets.ts";
import { coaches } from "./state.ts";

/** At the end of a call, for who has a coach: the way to ask. It waits to be tapped, and is gone with the sheet. */
export default function BackupOffer(): JSX.Element | null {
  if (coaches.value.length === 0) return null;
  return (
    <button type="button" class="button quiet" onClick={() => leaveForSheet("sharing", "backup")}>
      {t("backup.ask")}
    </button>
  );
}
