import type { JSX } from "preact";
import type { OpenItem } from "../feeds/device.ts";
import { t } from "../language/sharing.ts";
import { openSheet } from "../shell/sheets.ts";
import { close } from "./acts.ts";
import type { Standing } from "./standing.ts";

type Props = { one: Standing; reply: OpenItem };

const STATES = ["looking", "done", "cannot"] as const;

/** What a coach wrote back. A praise goes on record only by a yes that is written and shared like anything else. */
export function Reply({ one, reply }: Props): JSX.Element {
  const { text, state, record } = reply.words;
  const { name } = one;
  const known = STATES.find((wanted) => wanted === state);
  return (
    <div class="reply stack tight">
      <p class="soft">{known ? t(`reply.${known}`, { name }) : t("reply.from", { name })}</p>
      <p class="words">{String(text ?? "")}</p>
      {record === true && <OnRecord one={one} reply={reply} />}
    </div>
  );
}

function OnRecord({ one, reply }: Props): JSX.Element {
  return (
    <>
      <p>{t("reply.record", { name: one.name })}</p>
      <div class="row">
        <button
          type="button"
          class="button quiet"
          onClick={() => openSheet("sharing", `record ${reply.item}`)}
        >
          {t("reply.record-yes")}
        </button>
        <button type="button" class="button plain" onClick={() => void close(reply.item)}>
          {t("reply.record-no")}
        </button>
      </div>
    </>
  );
}
