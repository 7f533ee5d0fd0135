import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../language/sharing.ts";
import { itemOf, state } from "../shell/device.ts";
import { goToSheet, openSheet, place } from "../shell/sheets.ts";
import { CopyOut } from "./CopyOut.tsx";
import { coaches, copiesOf } from "./state.ts";
import "./sharing.css";

/** Upon the sheet of a note, or from the page of an entry. */
const open = (about: string) =>
  place.value ? goToSheet("sharing", about) : openSheet("sharing", about);

/** On the page of an entry: its copies, taken back in one tap, and the way to hand one over. */
export default function SharedWith({ item }: { item: string }): JSX.Element | null {
  const [taken, setTaken] = useState("");
  const copies = copiesOf(item);
  const canShare = state.value.account !== null && coaches.value.length > 0;
  return (
    <>
      <p class="hush" role="status">
        {taken && t("back.taken", { name: taken })}
      </p>
      {copies.map((one) => (
        <CopyOut key={one.copy.item} one={one} isAbout={false} onTaken={setTaken} />
      ))}
      {canShare && (
        <button type="button" class="button quiet" onClick={() => open(`share ${item}`)}>
          {t("copy.open")}
        </button>
      )}
      {canShare && itemOf(item)?.kind === "entry" && (
        <button type="button" class="button plain" onClick={() => open(`together ${item}`)}>
          {t("share.together")}
        </button>
      )}
    </>
  );
}
