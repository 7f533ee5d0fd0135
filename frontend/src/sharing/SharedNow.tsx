import type { JSX } from "preact";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/sharing.ts";
import { noteAnswer } from "../notes/acts.ts";
import { answeredIn } from "../notes/ask.ts";
import { openSheet } from "../shell/sheets.ts";
import { today } from "../shell/today.ts";
import { ActButton } from "../ui/ActButton.tsx";
import { aboutLabel } from "./about.ts";
import { close } from "./acts.ts";
import { NotSeen } from "./CopyOut.tsx";
import { standLabel } from "./labels.ts";
import { Reply } from "./Reply.tsx";
import { isNotSeen, type Standing } from "./standing.ts";
import { coaches, newReplies, out } from "./state.ts";
import "./sharing.css";

/** It was read. What it says of an ask stands from now on with the ask itself, also when the copy is over. */
async function taken({ of, name, on }: Standing, reply: OpenItem): Promise<void> {
  if (of !== null) await noteAnswer(of, answeredIn(name, reply), on);
  await close(reply.item);
}

/** On Today: what a coach wrote back, how a wish for backup stands, and the way to ask for it. */
export default function SharedNow(): JSX.Element | null {
  const backups = out.value.filter(({ backup, stand }) => backup && stand !== "over");
  const open = backups.filter(({ replies }) => replies.length === 0);
  return (
    <>
      {newReplies.value.map(({ one, reply }) => (
        <section key={reply.item} class="notice">
          <Reply one={one} reply={reply} />
          <p class="soft">{t("reply.about", { what: aboutLabel(one) })}</p>
          <ActButton kind="quiet" act={() => taken(one, reply)}>
            {t("reply.close")}
          </ActButton>
        </section>
      ))}
      {open.map((one) => (
        <section key={one.copy.item} class="card">
          <p class="soft">{t("stand.backup")}</p>
          <p>{standLabel(one, today.value)}</p>
          {isNotSeen(one, today.value) && <NotSeen one={one} />}
        </section>
      ))}
      {coaches.value.length > 0 && (
        <button type="button" class="button quiet" onClick={() => openSheet("sharing", "backup")}>
          {t("backup.ask")}
        </button>
      )}
    </>
  );
}
